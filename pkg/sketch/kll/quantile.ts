import { f64 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import { firstAbove, firstAtLeast } from './search.ts';
import type { SortedView } from './sorted-view.ts';

/**
 * Which retained item answers for a rank r (spec 5.1.4). With P the weight before an item and S the weight up to it:
 *
 * - `whylogs`: the first with P >= floor(r * n); what Python's whylogs reports
 * - `classic`: the first with S > floor(r * n); Apache's exclusive quantile and the WhyLabs services
 * - `inclusive`: the first with S >= ceil(r * n); Apache's inclusive quantile
 *
 * In all three rank 0 is the minimum and rank 1 the maximum.
 */
export type QuantileConvention = 'whylogs' | 'classic' | 'inclusive';

/**
 * The value at a normalized rank; null when n = 0.
 *
 * @param rank 0 to 1
 * @throws SketchError `argument` when the rank is not from 0 to 1
 */
export function quantile(view: SortedView, rank: number, convention: QuantileConvention): number | null {
  requireRank(rank);
  if (view.n === 0) return null;
  if (rank === 0) return view.min;
  if (rank === 1) return view.max;
  return f64(view.items, itemIndex(view.cumulativeWeights, targetWeight(rank, view.n, convention), convention));
}

/**
 * The values at several normalized ranks, in their order; null when n = 0.
 *
 * @throws SketchError `argument` when a rank is not from 0 to 1
 */
export function quantiles(
  view: SortedView,
  ranks: readonly number[],
  convention: QuantileConvention
): Float64Array | null {
  if (view.n === 0) {
    ranks.forEach(requireRank);
    return null;
  }
  return Float64Array.from(ranks, (rank) => quantile(view, rank, convention) ?? NaN);
}

/** Throws `argument` when the rank is not from 0 to 1. */
export function requireRank(rank: number): void {
  if (!(rank >= 0 && rank <= 1)) {
    throw new SketchError('argument', `KLL sketch: rank ${rank} is not from 0 to 1; give a share, not a percentage`);
  }
}

/** The weight that a convention looks for. */
export function targetWeight(rank: number, n: number, convention: QuantileConvention): number {
  return convention === 'inclusive' ? Math.ceil(rank * n) : Math.floor(rank * n);
}

/** Index of the item that answers for a weight, given the weights up to and including each item. */
export function itemIndex(cumulativeWeights: Float64Array, target: number, convention: QuantileConvention): number {
  const last = cumulativeWeights.length - 1;
  switch (convention) {
    case 'whylogs':
      return target <= 0 ? 0 : Math.min(last, firstAtLeast(cumulativeWeights, target) + 1);
    case 'classic':
      return Math.min(last, firstAbove(cumulativeWeights, target));
    case 'inclusive':
      return Math.min(last, firstAtLeast(cumulativeWeights, target));
  }
}
