import { SketchError } from '../sketch-error.ts';
import type { HllSketch } from './hll-sketch.ts';

/** Estimated number of distinct values. */
export function hllEstimate(_sketch: HllSketch): number {
  throw new SketchError('unsupported', 'HLL sketches are not estimated yet');
}
