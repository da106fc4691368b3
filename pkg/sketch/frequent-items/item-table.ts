import { f64, u32 } from '../element.ts';
import type { FrequentItem } from './frequent-items.ts';
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

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The item at an index of the table. */
export function itemAt(table: ItemTable, index: number): FrequentItem {
  const bytes = table.bytes.subarray(u32(table.starts, index), u32(table.ends, index));
  const weight = f64(table.weights, index);
  try {
    return { value: strictDecoder.decode(bytes), weight };
  } catch {
    return { value: lenientDecoder.decode(bytes), weight, bytes: bytes.slice() };
  }
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
