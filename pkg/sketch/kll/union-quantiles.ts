import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';
import type { QuantileConvention } from './quantile.ts';

/** Same as `quantiles(sortedView(sketches), ranks, convention)`, without sorting the union. */
export function unionQuantiles(
  _sketches: readonly KllSketch[],
  _ranks: readonly number[],
  _convention: QuantileConvention
): Float64Array | null {
  throw new SketchError('unsupported', 'quantiles are not computed yet');
}
