import { SketchError } from '../sketch-error.ts';

/** Least accuracy parameter: the least capacity of a level. */
export const minKllK = 8;

/** Greatest accuracy parameter: the field has 16 bits. */
export const maxKllK = 65535;

/** Greatest number of levels. The weight of an item is 2^level and counts are below 2^53; 61 is what the format defines. */
export const maxKllLevels = 61;

/** Throws `argument` when `k` is not an integer that an image can hold. */
export function requireKllK(k: number): void {
  if (!Number.isInteger(k) || k < minKllK || k > maxKllK) {
    throw new SketchError('argument', `KLL sketch: k is ${k}; give an integer from ${minKllK} to ${maxKllK}`);
  }
}
