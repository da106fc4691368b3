import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { bytesSource, type ColumnProfile, decodeColumn, openProfiles } from '../../profile/index.ts';

const folder = join(__dirname, '..', '..', '..', 'tests', 'data');

/** Files of an archive by their names; tests/data/README.md says where each comes from. */
export function readArchive(name: string): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(readFileSync(join(folder, name)))));
}

/** A JSON file; the caller says what it holds. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
}

/** All columns of the first profile in a file. */
export async function columnsOf(bytes: Uint8Array | undefined): Promise<ReadonlyMap<string, ColumnProfile>> {
  if (bytes === undefined) {
    throw new Error('there is no such file');
  }
  const [profile] = await openProfiles(bytesSource('fixture', bytes));
  const columns = (await profile?.readColumns()) ?? [];
  return new Map(columns.map((column) => [column.name, decodeColumn(column)]));
}
