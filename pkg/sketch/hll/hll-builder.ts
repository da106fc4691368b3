import { SketchError } from '../sketch-error.ts';
import type { HllSketch, HllType } from './hll-sketch.ts';

/** Builds an HLL sketch value by value. */
export class HllBuilder {
  readonly lgK: number;
  readonly type: HllType;

  constructor(lgK = 12, type: HllType = 'HLL_4') {
    this.lgK = lgK;
    this.type = type;
  }

  /** Adds a text; the empty text is left out, as in whylogs. */
  updateString(_value: string): void {
    throw new SketchError('unsupported', 'HLL sketches are not built yet');
  }

  /** Adds an integer of 64 bits. */
  updateInteger(_value: number | bigint): void {
    throw new SketchError('unsupported', 'HLL sketches are not built yet');
  }

  /** Adds a float; -0 counts as 0, every NaN as one value. */
  updateDouble(_value: number): void {
    throw new SketchError('unsupported', 'HLL sketches are not built yet');
  }

  toSketch(): HllSketch {
    throw new SketchError('unsupported', 'HLL sketches are not built yet');
  }
}
