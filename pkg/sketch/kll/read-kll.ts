import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

/** Reads a KLL sketch. */
export function readKll(_bytes: Uint8Array): KllSketch {
  throw new SketchError('unsupported', 'KLL sketches are not read yet');
}
