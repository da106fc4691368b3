import { SketchError } from '../sketch-error.ts';
import type { HllSketch } from './hll-sketch.ts';

/** Union in the given order (spec 5.2.5). */
export function unionHll(_sketches: readonly HllSketch[]): HllSketch {
  throw new SketchError('unsupported', 'HLL sketches are not united yet');
}
