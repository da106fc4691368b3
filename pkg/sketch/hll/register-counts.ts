import { f64, u32, u8 } from '../element.ts';
import type { HllRegisters } from './hll-sketch.ts';
import { inversePowers, maxRegister, sixBits } from './registers.ts';

/** What the registers of a sketch amount to. */
export interface RegisterSums {
  /** Sum of 2^-value over the registers below 32. */
  readonly kxq0: number;
  /** Sum of 2^-value over the registers from 32. */
  readonly kxq1: number;
}

/**
 * How many registers have each value a byte can hold; values above 63 do not exist and show that the image is wrong. The
 * exceptions of HLL_4 are all counted at curMin + 15, the least value they can have.
 */
export function countRegisters(sketch: Pick<HllRegisters, 'type' | 'lgK' | 'packed' | 'curMin'>): Uint32Array {
  const { type, lgK, packed, curMin } = sketch;
  const counts = new Uint32Array(256);
  switch (type) {
    case 'HLL_4':
      return countNibbles(packed, curMin);
    case 'HLL_6':
      for (let slot = 0; slot < 2 ** lgK; slot++) {
        const value = sixBits(packed, slot);
        counts[value] = u32(counts, value) + 1;
      }
      return counts;
    case 'HLL_8':
      for (let slot = 0; slot < packed.length; slot++) {
        const value = u8(packed, slot);
        counts[value] = u32(counts, value) + 1;
      }
      return counts;
  }
}

/** Reused, because allocating it would take as long as counting. */
const pairs = new Uint32Array(512);

/**
 * Counts pairs of nibbles first, half as many steps, in two tables in turn: neighbours are often equal, and a processor
 * waits when the same number is raised twice in a row.
 */
function countNibbles(packed: Uint8Array, curMin: number): Uint32Array {
  pairs.fill(0);
  for (let i = 0; i < packed.length; i++) {
    const pair = u8(packed, i) | ((i & 1) << 8);
    pairs[pair] = u32(pairs, pair) + 1;
  }
  const counts = new Uint32Array(256);
  for (let pair = 0; pair < 256; pair++) {
    const count = u32(pairs, pair) + u32(pairs, pair + 256);
    if (count === 0) continue;
    const low = (pair & 15) + curMin;
    const high = (pair >>> 4) + curMin;
    counts[low] = u32(counts, low) + count;
    counts[high] = u32(counts, high) + count;
  }
  return counts;
}

/** The least value that some register has. */
export function leastRegister(counts: Uint32Array): number {
  let value = 0;
  while (u32(counts, value) === 0) value++;
  return value;
}

/** The greatest value that some register has. */
export function greatestRegister(counts: Uint32Array): number {
  let value = counts.length - 1;
  while (u32(counts, value) === 0) value--;
  return value;
}

/** The sums that belong to the counts; every term is a power of two, so they are exact. */
export function sumRegisters(counts: Uint32Array): RegisterSums {
  let kxq0 = 0;
  let kxq1 = 0;
  for (let value = 0; value <= maxRegister; value++) {
    const sum = u32(counts, value) * f64(inversePowers, value);
    if (value < 32) kxq0 += sum;
    else kxq1 += sum;
  }
  return { kxq0, kxq1 };
}
