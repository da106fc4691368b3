import { SketchError } from '../sketch-error.ts';
import type { ThetaSketch } from './theta-sketch.ts';

/** Reads a compact theta sketch. */
export function readTheta(_bytes: Uint8Array): ThetaSketch {
  throw new SketchError('unsupported', 'theta sketches are not read yet');
}
