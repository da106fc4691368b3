import { SketchError } from '../sketch-error.ts';
import type { FrequentItems } from './frequent-items.ts';

/** Which doubtful values to list: none that might be below the threshold, or all that might be above it. */
export type FrequentItemsErrorType = 'NO_FALSE_POSITIVES' | 'NO_FALSE_NEGATIVES';

/** A listed value with its bounds. */
export interface SelectedItem {
  readonly value: string;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Values above a threshold, estimate descending, then in code-point order. */
export function selectFrequentItems(
  _sketch: FrequentItems,
  _errorType: FrequentItemsErrorType,
  _threshold?: number
): readonly SelectedItem[] {
  throw new SketchError('unsupported', 'frequent items are not selected yet');
}
