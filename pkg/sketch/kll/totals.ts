import { maxCount } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

/** Count and extremes of several sketches together. */
export interface KllTotals {
  readonly n: number;
  /** NaN when n = 0. */
  readonly min: number;
  /** NaN when n = 0. */
  readonly max: number;
}

/**
 * Exact n, min and max over any number of sketches, without touching their items.
 *
 * @throws SketchError `limit` when n exceeds 2^53 - 1
 */
export function kllTotals(sketches: readonly KllSketch[]): KllTotals {
  let n = 0;
  let min = NaN;
  let max = NaN;
  for (const sketch of sketches) {
    if (sketch.n === 0) continue;
    min = n === 0 ? sketch.min : Math.min(min, sketch.min);
    max = n === 0 ? sketch.max : Math.max(max, sketch.max);
    n += sketch.n;
    if (n > maxCount) throw new SketchError('limit', 'KLL sketches: n of all together exceeds 2^53 - 1');
  }
  return { n, min, max };
}
