import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

/** Merges as whylogs does, coin flips from the seed. */
export function mergeKll(_left: KllSketch, _right: KllSketch, _seed: number): KllSketch {
  throw new SketchError('unsupported', 'KLL sketches are not merged yet');
}
