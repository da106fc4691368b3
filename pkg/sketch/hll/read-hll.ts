import { SketchError } from '../sketch-error.ts';
import type { HllSketch } from './hll-sketch.ts';

/** Reads an HLL sketch. */
export function readHll(_bytes: Uint8Array): HllSketch {
  throw new SketchError('unsupported', 'HLL sketches are not read yet');
}
