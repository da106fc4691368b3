import type { SeasonalOrder } from '../../contract/index.ts';
import { at } from '../element.ts';
import { freeFrom, invertibleFrom } from './invertible.ts';
import type { ModelParameters } from './model-parameters.ts';

/**
 * The parameters as free numbers for a search (spec/sarima.md 5): intercept and autoregressive coefficients as they are,
 * moving-average parts through partial autocorrelations, the variance as its logarithm, last. A moving-average part that
 * is not invertible becomes zeros.
 */
export function vectorOf({ intercept, ar, ma, seasonalAr, seasonalMa, variance }: ModelParameters): Float64Array {
  const free = (coefficients: Float64Array): Float64Array =>
    freeFrom(coefficients) ?? new Float64Array(coefficients.length);
  return Float64Array.of(intercept, ...ar, ...free(ma), ...seasonalAr, ...free(seasonalMa), Math.log(variance));
}

/** The inverse of `vectorOf`. */
export function parametersAt(vector: Float64Array, { p, q, P, Q }: SeasonalOrder): ModelParameters {
  let end = 1;
  const next = (count: number): Float64Array => vector.slice(end, (end += count));
  return {
    intercept: at(vector, 0),
    ar: next(p),
    ma: invertibleFrom(next(q)),
    seasonalAr: next(P),
    seasonalMa: invertibleFrom(next(Q)),
    variance: Math.exp(at(vector, end)),
  };
}
