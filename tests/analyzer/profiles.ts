import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { bytesSource, type ColumnProfile, decodeColumn, openProfiles } from '../../pkg/profile/index.ts';

const folder = join(__dirname, '..', 'data');

/** Files of an archive of test data by their names; tests/data/README.md says where each comes from. */
export function readArchive(name: string): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(readFileSync(join(folder, name)))));
}

/** A JSON file of test data; the caller says what it holds. */
export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
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
