import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesSource, type ByteSource } from '../../pkg/profile/index.ts';

/**
 * The year: `count` objects, the files of distinct days in turn. Each has bytes of its own, as that many files have, so
 * that no cache finds them twice.
 *
 * @param shared in memory that threads share
 */
export function loadObjects(folder: string, count: number, shared = false): readonly Uint8Array[] {
  const files = readdirSync(folder)
    .filter((name) => /^day-\d+\.bin$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
  return Array.from({ length: count }, (_, day) => {
    const file = files[day % files.length];
    if (file === undefined) throw new Error(`${folder} has no day-*.bin`);
    const bytes = new Uint8Array(shared ? new SharedArrayBuffer(file.length) : new ArrayBuffer(file.length));
    bytes.set(file);
    return bytes;
  });
}

export function sourcesOf(objects: readonly Uint8Array[]): readonly ByteSource[] {
  return objects.map((bytes, day) => bytesSource(`day ${day}`, bytes));
}
