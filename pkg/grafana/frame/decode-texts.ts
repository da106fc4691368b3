import type { JsonColumn, StringColumn } from './column.ts';
import { at } from './element.ts';

const decoder = new TextDecoder();

/** Whether a row is present. */
export function isPresent(validity: Uint8Array | null, row: number): boolean {
  return validity === null || ((at(validity, row >> 3) >> (row & 7)) & 1) === 1;
}

/** The texts of a column, null where absent. */
export function decodeTexts({ length, values, offsets, validity }: StringColumn | JsonColumn): (string | null)[] {
  return Array.from({ length }, (_, row) =>
    isPresent(validity, row) ? decoder.decode(values.subarray(at(offsets, row), at(offsets, row + 1))) : null
  );
}
