import { SketchError } from '../sketch-error.ts';
import type { FrequentItems } from './frequent-items.ts';

/** Writes whylogs' layout. */
export function writeFrequentItems(_sketch: FrequentItems): Uint8Array {
  throw new SketchError('unsupported', 'frequent items are not written yet');
}
