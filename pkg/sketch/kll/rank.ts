import { f64 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import { firstAbove, firstAtLeast } from './search.ts';
import type { SortedView } from './sorted-view.ts';

/**
 * Normalized rank: share of the weight below `value`, or up to it when `inclusive` (spec 5.1.3; whylogs is exclusive).
 * Null when n = 0.
 *
 * @throws SketchError `argument` when the value is NaN
 */
export function rank(view: SortedView, value: number, inclusive: boolean): number | null {
  requireNumber(value);
  if (view.n === 0) return null;
  const index = inclusive ? firstAbove(view.items, value) : firstAtLeast(view.items, value);
  return weightBefore(view, index) / view.n;
}

/**
 * Weight of the items below each split, in the order of the splits, which need not ascend. The weights are exact
 * integers, so those of a window are the sums of those of its batches (design, law 2). All 0 when n = 0.
 *
 * @throws SketchError `argument` when a split is NaN
 */
export function weightsBelow(view: SortedView, splits: Float64Array): Float64Array {
  const weights = new Float64Array(splits.length);
  let previous = -Infinity;
  let index = 0;
  for (let i = 0; i < splits.length; i++) {
    const split = f64(splits, i);
    requireNumber(split);
    index = firstAtLeast(view.items, split, split >= previous ? index : 0);
    weights[i] = weightBefore(view, index);
    previous = split;
  }
  return weights;
}

/**
 * Exclusive ranks of the splits, then 1: one value more than splits (spec 5.1.3). Null when n = 0.
 *
 * @throws SketchError `argument` unless the splits strictly ascend
 */
export function cdf(view: SortedView, splits: Float64Array): Float64Array | null {
  requireAscending(splits);
  if (view.n === 0) return null;
  const ranks = new Float64Array(splits.length + 1);
  ranks.set(weightsBelow(view, splits));
  ranks[splits.length] = view.n;
  return ranks.map((weight) => weight / view.n);
}

/**
 * Shares of the weight below the first split, in [split, next split), and from the last split on: one value more than
 * splits (spec 5.1.3). Null when n = 0.
 *
 * @throws SketchError `argument` unless the splits strictly ascend
 */
export function pmf(view: SortedView, splits: Float64Array): Float64Array | null {
  const ranks = cdf(view, splits);
  return ranks === null ? null : ranks.map((rankAbove, i) => (i === 0 ? rankAbove : rankAbove - f64(ranks, i - 1)));
}

function weightBefore(view: SortedView, index: number): number {
  return index === 0 ? 0 : f64(view.cumulativeWeights, index - 1);
}

function requireNumber(value: number): void {
  if (Number.isNaN(value)) throw new SketchError('argument', 'KLL sketch: NaN has no rank; leave it out');
}

function requireAscending(splits: Float64Array): void {
  for (let i = 0; i < splits.length; i++) {
    const split = f64(splits, i);
    requireNumber(split);
    if (i > 0 && split <= f64(splits, i - 1)) {
      throw new SketchError('argument', `KLL sketch: split ${split} does not ascend; sort the splits and drop doubles`);
    }
  }
}
