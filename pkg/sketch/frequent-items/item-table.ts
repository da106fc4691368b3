import { u32 } from '../element.ts';
import { compareTexts } from './text-bytes.ts';

/** Distinct texts as UTF-8 bytes, each with its weight: what sums over hundreds of sketches are made from. */
export interface ItemTable {
  readonly bytes: Uint8Array;
  /** First byte of each text in `bytes`. */
  readonly starts: Uint32Array;
  /** Byte behind each text. */
  readonly ends: Uint32Array;
  readonly hashes: Uint32Array;
  readonly weights: Float64Array;
}

/** Compares the texts at two indexes: code-point order. */
export function compareAt(table: ItemTable, left: number, right: number): number {
  const { bytes, starts, ends } = table;
  return compareTexts(bytes, u32(starts, left), u32(ends, left), u32(starts, right), u32(ends, right));
}

/** Indexes of the table in code-point order of their texts. */
export function orderOf(table: ItemTable): Uint32Array {
  return Uint32Array.from(table.weights.keys()).sort((left, right) => compareAt(table, left, right));
}
