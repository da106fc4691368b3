import { hash } from 'node:crypto';
import type { ComponentPlace } from './component-path.ts';
import { at } from './element.ts';
import type { RawColumn } from './raw-column.ts';

/** Hex digits of the hash that are kept: 128 bits, so that no two columns of any store meet by chance. */
const digits = 32;

/** Bytes of a length that stands before a path or a message. */
const lengthBytes = 4;

const encoder = new TextEncoder();

/** Paths as bytes; the same few places stand for the columns of all files. */
const pathBytes = new WeakMap<ComponentPlace, Uint8Array>();

/**
 * Hash of what a column says: its component messages with their full paths, in path order. Two files that hold the same
 * column have the same hash, whatever else they hold and however they number their paths or order their maps.
 * @returns 32 hex digits.
 * @throws ProfileError when the column's part of the file is damaged.
 */
export function contentHash(column: RawColumn): string {
  const { bytes, places, starts, ends } = column.entries();
  const entryOf = new Map<string, number>();
  let length = 0;
  for (let entry = 0; entry < places.length; entry++) {
    const place = at(places, entry);
    entryOf.set(place.path, entry);
    length += 2 * lengthBytes + encodedPath(place).length + at(ends, entry) - at(starts, entry);
  }
  // A length before each part keeps the parts apart: no two different columns give the same bytes.
  const input = Buffer.allocUnsafe(length);
  let position = 0;
  const append = (part: Uint8Array): void => {
    position = input.writeUInt32LE(part.length, position);
    input.set(part, position);
    position += part.length;
  };
  for (const [, entry] of [...entryOf].sort(([left], [right]) => (left < right ? -1 : 1))) {
    append(encodedPath(at(places, entry)));
    append(bytes.subarray(at(starts, entry), at(ends, entry)));
  }
  return hash('sha256', input.subarray(0, position), 'hex').slice(0, digits);
}

function encodedPath(place: ComponentPlace): Uint8Array {
  const known = pathBytes.get(place);
  if (known !== undefined) return known;
  const encoded = encoder.encode(place.path);
  pathBytes.set(place, encoded);
  return encoded;
}
