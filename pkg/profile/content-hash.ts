import { hash } from 'node:crypto';
import { at } from './element.ts';
import type { RawColumn } from './raw-column.ts';

/** Hex digits of the hash that are kept: 128 bits, so that no two columns of any store meet by chance. */
const digits = 32;

const encoder = new TextEncoder();

/**
 * Hash of what a column says: its component messages with their full paths, in path order. Two files that hold the same
 * column have the same hash, whatever else they hold and however they number their paths or order their maps.
 * @returns 32 hex digits.
 * @throws ProfileError when the column's part of the file is damaged.
 */
export function contentHash(column: RawColumn): string {
  const { bytes, places, starts, ends } = column.entries();
  const entryOf = new Map<string, number>();
  for (let entry = 0; entry < places.length; entry++) entryOf.set(at(places, entry).path, entry);
  const ordered = [...entryOf].sort(([left], [right]) => (left < right ? -1 : 1));
  const pieces: Uint8Array[] = [];
  for (const [path, entry] of ordered) {
    const message = bytes.subarray(at(starts, entry), at(ends, entry));
    // A length before each part keeps the parts apart: no two different columns give the same bytes.
    pieces.push(encoder.encode(`${path.length} ${path} ${message.length} `), message);
  }
  return hash('sha256', Buffer.concat(pieces), 'hex').slice(0, digits);
}
