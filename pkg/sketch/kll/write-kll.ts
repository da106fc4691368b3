import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

/** Writes whylogs' doubles layout. */
export function writeKll(_sketch: KllSketch): Uint8Array {
  throw new SketchError('unsupported', 'KLL sketches are not written yet');
}
