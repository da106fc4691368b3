import { FrameError } from './frame-error.ts';
import { at } from './element.ts';

/** Which rows are present: one byte a row, 0 for absent, anything else for present. */
export type Presence = Uint8Array;

/** A validity bitmap and the number of its zeros. `validity` is null when every row is present. */
export interface Validity {
  readonly validity: Uint8Array | null;
  readonly nullCount: number;
}

export const allPresent = { validity: null, nullCount: 0 } as const;

/** A bitmap, least significant bit first, with a 1 for each row that the test accepts. */
export function packBits(length: number, test: (row: number) => boolean): Uint8Array {
  const bits = new Uint8Array((length + 7) >> 3);
  for (let row = 0; row < length; row++) {
    if (test(row)) {
      bits[row >> 3] = at(bits, row >> 3) | (1 << (row & 7));
    }
  }
  return bits;
}

/** Packs presence bytes. @throws FrameError `length` when they are not one for each row. */
export function validityOf(length: number, presence: Presence | undefined): Validity {
  if (presence === undefined) {
    return allPresent;
  }
  if (presence.length !== length) {
    throw new FrameError(
      'length',
      `presence has ${presence.length} rows, the values have ${length}: give one byte a row`
    );
  }
  return validityWhere(length, (row) => at(presence, row) !== 0);
}

/** The validity of rows that the test calls present. */
export function validityWhere(length: number, isPresent: (row: number) => boolean): Validity {
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    nullCount += isPresent(row) ? 0 : 1;
  }
  return nullCount === 0 ? allPresent : { validity: packBits(length, isPresent), nullCount };
}
