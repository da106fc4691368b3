import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const archive = join(process.cwd(), 'tests', 'data', 'monitor-documents', 'whylabs-oss.zip');

/** The texts of real documents by file name (tests/data/README.md). */
export function realDocuments(): ReadonlyMap<string, string> {
  const files = unzipSync(new Uint8Array(readFileSync(archive)));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
