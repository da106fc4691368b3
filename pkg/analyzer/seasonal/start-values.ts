import type { SeasonalOrder } from '../../contract/index.ts';
import { at } from '../element.ts';
import { freeFrom } from './invertible.ts';
import { leastSquares } from './least-squares.ts';
import type { ModelParameters } from './model-parameters.ts';

/** Least variance that a search starts from, in units of the standardised series. */
export const leastStartVariance = 1e-10;

/**
 * Where the search starts (spec/sarima.md 4), by regressions on the differenced series. The reference starts there too,
 * and a search from elsewhere may end in another optimum, so this is the only start.
 *
 * @param differences the standardised and differenced series without its missing values
 */
export function startValues(differences: Float64Array, { p, q, P, Q, m }: SeasonalOrder): ModelParameters {
  const near = regressed(differences, { step: 1, arCount: p, maCount: q, intercept: true });
  const seasonal = regressed(differences, { step: m, arCount: P, maCount: Q, intercept: false });
  // The first q residuals rest on shocks that were guessed themselves.
  const counted = near.residuals.subarray(q);
  const variance = counted.reduce((sum, residual) => sum + residual * residual, 0) / counted.length;
  return {
    intercept: near.intercept,
    ar: near.ar,
    ma: near.ma,
    seasonalAr: seasonal.ar,
    seasonalMa: seasonal.ma,
    // Not Math.max: it would keep the NaN of no residuals.
    variance: variance > leastStartVariance ? variance : leastStartVariance,
  };
}

interface Regression {
  /** 1, or the period for the seasonal part. */
  readonly step: number;
  readonly arCount: number;
  readonly maCount: number;
  readonly intercept: boolean;
}

interface Regressed {
  readonly intercept: number;
  readonly ar: Float64Array;
  readonly ma: Float64Array;
  readonly residuals: Float64Array;
}

function regressed(w: Float64Array, { step, arCount, maCount, intercept }: Regression): Regressed {
  // Shocks are not seen; residuals of a long autoregression stand in for them.
  const guessed = 2 * maCount * step;
  const shocks = maCount === 0 ? w : leastSquares(laggedBy(w, lags(guessed, 1), guessed), w.slice(guessed)).residuals;
  const first = Math.max(3 * maCount * step, arCount * step);
  const target = w.slice(first);
  const columns = [
    ...(intercept ? [new Float64Array(target.length).fill(1)] : []),
    ...laggedBy(w, lags(arCount, step), first),
    ...laggedBy(shocks, lags(maCount, step), first - guessed),
  ];
  const { coefficients, residuals } = leastSquares(columns, target);
  const offset = intercept ? 1 : 0;
  const ma = coefficients.slice(offset + arCount);
  return {
    intercept: intercept ? at(coefficients, 0) : 0,
    ar: coefficients.slice(offset, offset + arCount),
    ma: freeFrom(ma) === null ? ma.fill(0) : ma,
    residuals,
  };
}

function lags(count: number, step: number): number[] {
  return Array.from({ length: count }, (_, i) => (i + 1) * step);
}

/** Columns of a regression whose rows begin at `first`: the values so many steps before. */
function laggedBy(values: Float64Array, lagged: readonly number[], first: number): Float64Array[] {
  return lagged.map((lag) => values.slice(first - lag, Math.max(first - lag, values.length - lag)));
}
