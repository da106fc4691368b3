import { f64 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

/** Least capacity of a level; every known writer uses 8 and the images say so. */
export const minLevelCapacity = 8;

/** Powers of three up to 3^30, which a double holds exactly. */
const powersOfThree = Float64Array.from({ length: 31 }, (_, exponent) => 3 ** exponent);

/**
 * Capacity of a level `depth` levels below the top: k * (2/3)^depth, rounded as the format demands (spec 5.1.1), before
 * the least capacity is applied. 2k * 2^30 and 3^30 stay below 2^48, so their quotient as a double cannot round up to
 * the next integer, and no big integers are needed.
 */
function shrunkCapacity(k: number, depth: number): number {
  if (depth > 30) {
    const half = Math.floor(depth / 2);
    return shrunkCapacity(shrunkCapacity(k, half), depth - half);
  }
  const doubled = Math.floor((2 * k * 2 ** depth) / f64(powersOfThree, depth));
  return Math.floor((doubled + 1) / 2);
}

/** Capacity of `level` in a sketch of `numLevels` levels. */
export function levelCapacity(k: number, numLevels: number, level: number): number {
  return Math.max(minLevelCapacity, shrunkCapacity(k, numLevels - level - 1));
}

/** Capacity of each level in a sketch of `numLevels` levels. */
export function levelCapacities(k: number, numLevels: number): Uint32Array {
  return Uint32Array.from({ length: numLevels }, (_, level) => levelCapacity(k, numLevels, level));
}

/** Capacity of all levels together: where the last level ends in the image. */
export function totalCapacity(k: number, numLevels: number): number {
  let capacity = 0;
  for (let level = 0; level < numLevels; level++) capacity += levelCapacity(k, numLevels, level);
  return capacity;
}

/**
 * Places that are free in a sketch before level 0.
 *
 * @throws SketchError `argument` when the sketch holds more items than its k and number of levels allow
 */
export function freePlaces(sketch: KllSketch): number {
  const free = totalCapacity(sketch.k, sketch.levels.length - 1) - sketch.items.length;
  if (free < 0) {
    throw new SketchError('argument', `KLL sketch: ${sketch.items.length} items are too many for k ${sketch.k}`);
  }
  return free;
}
