import { SketchError } from '../sketch-error.ts';
import type { FrequentItems } from './frequent-items.ts';

/** Reads a sketch of frequent texts. */
export function readFrequentItems(_bytes: Uint8Array): FrequentItems {
  throw new SketchError('unsupported', 'frequent items are not read yet');
}
