import { SketchError } from '../sketch-error.ts';
import type { HllSketch } from './hll-sketch.ts';

/** Interval around the estimate. */
export interface HllBounds {
  readonly lower: number;
  readonly upper: number;
}

/** Bounds of the number of distinct values at 1, 2 or 3 standard deviations. */
export function hllBounds(_sketch: HllSketch, _deviations: 1 | 2 | 3): HllBounds {
  throw new SketchError('unsupported', 'HLL sketches are not estimated yet');
}
