import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Original } from './mutate.ts';

/** Reads a varint. @returns its value and the position behind it */
function varint(bytes: Uint8Array, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) {
      return [value, at];
    }
  }
}

/** Where a real file's header ends: behind the two messages of a v1 file, behind the first bytes of any other. */
function headerEnd(bytes: Uint8Array): number {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'WHY1') {
    return Math.min(bytes.length, 128);
  }
  const [segment, afterSegment] = varint(bytes, 4);
  const [header, afterHeader] = varint(bytes, afterSegment + segment);
  return afterHeader + header;
}

/**
 * The real profiles of the archives in a folder (tests/data/profiles) up to a size. Small files come in every form
 * that large ones do, and a thousand times as many of their mutants can be read.
 */
export function originals(folder: string, maxBytes: number): readonly Original[] {
  const found: Original[] = [];
  for (const archive of readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .sort()) {
    const files = unzipSync(readFileSync(join(folder, archive)), {
      filter: ({ name, originalSize }) => /\.(bin|zip)$/.test(name) && originalSize > 0 && originalSize <= maxBytes,
    });
    for (const [name, bytes] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
      found.push({ name: `${archive}/${name}`, bytes, headerEnd: headerEnd(bytes) });
    }
  }
  return found;
}
