import { f64 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import { sketchName } from './frequent-items-layout.ts';
import { decodeItems } from './decode-items.ts';
import type { FrequentItems } from './frequent-items.ts';
import { compareAt } from './item-table.ts';
import { tableOf } from './stored-frequent-items.ts';

/** Which doubtful values to list: none that might not be above the threshold, or all that might be. */
export type FrequentItemsErrorType = 'NO_FALSE_POSITIVES' | 'NO_FALSE_NEGATIVES';

/** A listed value with its bounds. The estimate is the upper bound, as in whylogs. */
export interface SelectedItem {
  readonly value: string;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Values whose weight is above a threshold (spec 5.3), estimate descending, then in code-point order. whylogs' summaries
 * list NO_FALSE_POSITIVES at the default threshold.
 *
 * @param threshold a weight, not negative; the sketch's offset by default
 * @throws SketchError `argument` when the threshold is negative or NaN
 */
export function selectFrequentItems(
  sketch: FrequentItems,
  errorType: FrequentItemsErrorType,
  threshold: number = sketch.offset
): readonly SelectedItem[] {
  if (!(threshold >= 0)) {
    throw new SketchError('argument', `${sketchName}: threshold ${threshold} is no weight; give 0 or more`);
  }
  const table = tableOf(sketch);
  const { weights } = table;
  const least = errorType === 'NO_FALSE_POSITIVES' ? threshold : threshold - sketch.offset;
  const selected: number[] = [];
  for (let i = 0; i < weights.length; i++) {
    if (f64(weights, i) > least) selected.push(i);
  }
  selected.sort((left, right) => f64(weights, right) - f64(weights, left) || compareAt(table, left, right));
  return decodeItems(table, selected).map(({ value, weight }) => ({
    value,
    estimate: weight + sketch.offset,
    lower: weight,
    upper: weight + sketch.offset,
  }));
}
