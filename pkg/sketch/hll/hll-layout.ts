/*
 * Names and numbers that reading and writing HLL images share (spec 5.2.1).
 */
import type { HllSketch, HllType } from './hll-sketch.ts';

export const sketchName = 'HLL sketch';
export const family = 7;

/** By the low two bits of byte 7. */
export const modes: readonly HllSketch['mode'][] = ['LIST', 'SET', 'HLL'];

/** By the next two bits of byte 7; also the order of precision. */
export const types: readonly HllType[] = ['HLL_4', 'HLL_6', 'HLL_8'];

/** Preamble that belongs to each mode. */
export const preambles = { LIST: 2, SET: 3, HLL: 10 } as const;

/** Bits of byte 5. */
export const flags = { empty: 4, compact: 8, outOfOrder: 16 } as const;

/** Where coupons or registers start. */
export const contentStart = { LIST: 8, SET: 12, HLL: 40 } as const;

/** Least and greatest logarithm of the number of registers. */
export const minLgK = 4;
export const maxLgK = 21;

/** Slots of a LIST: the one that would be filled last promotes it. */
export const listSlots = 8;

/** Logarithm of the least number of slots of a SET. */
export const minLgSetSlots = 5;

/** Logarithm of the greatest number of slots of a SET: past three quarters of it the sketch takes registers. */
export function maxLgSetSlots(lgK: number): number {
  return lgK - 3;
}

/** Logarithm of the least number of slots of the table of exceptions, by lgK; an updatable HLL_4 image always has them. */
export const lgExceptionSlots: readonly number[] = [
  0, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13,
];

/** Logarithm of the table that holds `count` entries at a load of three quarters at most. */
export function lgTableSize(count: number, least: number): number {
  let lg = least;
  while (4 * count > 3 * 2 ** lg) lg++;
  return lg;
}
