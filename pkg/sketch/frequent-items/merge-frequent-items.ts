import { SketchError } from '../sketch-error.ts';
import type { FrequentItems } from './frequent-items.ts';

/** Deterministic merge within the left side's size. */
export function mergeFrequentItems(_left: FrequentItems, _right: FrequentItems): FrequentItems {
  throw new SketchError('unsupported', 'frequent items are not merged yet');
}
