import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

/** Builds a KLL sketch value by value. */
export class KllBuilder {
  readonly k: number;

  constructor(k: number, _seed: number) {
    this.k = k;
  }

  /** Adds one value; NaN is left out. */
  update(_value: number): void {
    throw new SketchError('unsupported', 'KLL sketches are not built yet');
  }

  toSketch(): KllSketch {
    throw new SketchError('unsupported', 'KLL sketches are not built yet');
  }
}
