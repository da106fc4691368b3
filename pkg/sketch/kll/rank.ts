import { SketchError } from '../sketch-error.ts';
import type { SortedView } from './sorted-view.ts';

/** Share of the weight below `value`, or up to it when `inclusive`; null when n = 0. */
export function rank(_view: SortedView, _value: number, _inclusive: boolean): number | null {
  throw new SketchError('unsupported', 'ranks are not computed yet');
}

/** Weight of the items below each split: exact integers, so those of a window are the sums of its batches'. */
export function weightsBelow(_view: SortedView, _splits: Float64Array): Float64Array {
  throw new SketchError('unsupported', 'ranks are not computed yet');
}

/** Exclusive ranks of the splits, then 1; null when n = 0. */
export function cdf(_view: SortedView, _splits: Float64Array): Float64Array | null {
  throw new SketchError('unsupported', 'ranks are not computed yet');
}

/** Shares below the first split, between neighbours, from the last on; null when n = 0. */
export function pmf(_view: SortedView, _splits: Float64Array): Float64Array | null {
  throw new SketchError('unsupported', 'ranks are not computed yet');
}
