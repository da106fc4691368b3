import { SketchError } from '../sketch-error.ts';
import type { FrequentItems } from './frequent-items.ts';

/** Plain sums of weights, offsets and totals; nothing is purged. */
export function addFrequentItems(_sketches: readonly FrequentItems[]): FrequentItems {
  throw new SketchError('unsupported', 'frequent items are not added yet');
}
