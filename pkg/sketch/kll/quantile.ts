import { SketchError } from '../sketch-error.ts';
import type { SortedView } from './sorted-view.ts';

/** Which retained item answers for a rank (spec 5.1.4). */
export type QuantileConvention = 'whylogs' | 'classic' | 'inclusive';

/** The value at a normalized rank; null when n = 0. */
export function quantile(_view: SortedView, _rank: number, _convention: QuantileConvention): number | null {
  throw new SketchError('unsupported', 'quantiles are not computed yet');
}

/** The values at several normalized ranks, in their order; null when n = 0. */
export function quantiles(
  _view: SortedView,
  _ranks: readonly number[],
  _convention: QuantileConvention
): Float64Array | null {
  throw new SketchError('unsupported', 'quantiles are not computed yet');
}
