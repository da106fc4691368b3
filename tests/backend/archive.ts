import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

const folder = join(__dirname, '..', 'data', 'profiles');

/** The files of one of the archives of test data, by name; tests/data/README.md says where each comes from. */
export function readArchive(name: string): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(readFileSync(join(folder, `${name}.zip`)))));
}
