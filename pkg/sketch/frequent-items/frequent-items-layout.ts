import { SketchError } from '../sketch-error.ts';

/*
 * Names and numbers that reading and writing images of frequent items share (spec 5.3).
 */

export const sketchName = 'frequent items sketch';
export const family = 10;

/** Bytes before the weights. */
export const headerSize = 32;

/** Least logarithm of a map size. */
export const minLgMax = 3;

/** Greatest logarithm of a map size: no array has more places. whylogs uses 10, older files 5 and 7. */
export const maxLgMax = 30;

/** How many texts a sketch keeps at most; one more makes it purge. */
export function capacityOf(lgMax: number): number {
  return 0.75 * 2 ** lgMax;
}

/** Logarithm of the least map size that holds `count` texts at a load of three quarters. */
export function lgMapSize(count: number): number {
  let lg = minLgMax;
  while (count > capacityOf(lg)) lg++;
  return lg;
}

/** Throws `argument` when `lgMax` is not an integer that an image can hold. */
export function requireLgMax(lgMax: number): void {
  if (!Number.isInteger(lgMax) || lgMax < minLgMax || lgMax > maxLgMax) {
    throw new SketchError(
      'argument',
      `${sketchName}: lgMax is ${lgMax}; give an integer from ${minLgMax} to ${maxLgMax}`
    );
  }
}
