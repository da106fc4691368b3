import { SketchError } from '../sketch-error.ts';
import type { HllSketch } from './hll-sketch.ts';

/** Writes the compact image. */
export function writeHll(_sketch: HllSketch): Uint8Array {
  throw new SketchError('unsupported', 'HLL sketches are not written yet');
}
