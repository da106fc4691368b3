import { SketchError } from '../sketch-error.ts';
import type { FrequentItems } from './frequent-items.ts';

/** Builds a sketch of frequent texts value by value. */
export class FrequentItemsBuilder {
  readonly lgMax: number;

  constructor(lgMax = 10) {
    this.lgMax = lgMax;
  }

  update(_value: string, _weight = 1): void {
    throw new SketchError('unsupported', 'frequent items are not built yet');
  }

  toSketch(): FrequentItems {
    throw new SketchError('unsupported', 'frequent items are not built yet');
  }
}
