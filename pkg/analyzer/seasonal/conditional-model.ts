import type { SeasonalOrder } from '../../contract/index.ts';
import { at } from '../element.ts';
import { multipliedOut, polynomialLags } from './lag-polynomial.ts';

/**
 * Added to the variance in units of the standardised series, so that a series that repeats exactly has a likelihood. A
 * standard error is therefore never below 1e-9 of the series' standard deviation, which is also what rounding leaves of
 * an exact pattern.
 */
export const leastVariance = 1e-18;

/** What the model says at given coefficients. */
export interface ConditionalValue {
  readonly logLikelihood: number;
  readonly variance: number;
  /** The differenced series' next value. */
  readonly next: number;
}

/** The likelihood of a model without moving-average terms and missing values (spec/sarima.md 3a). */
export interface ConditionalModel {
  /** Terms of the likelihood: differences that have all their lags. */
  readonly terms: number;
  /** ½ log σ² at the coefficients (intercept, φ, Φ): what the search makes least. */
  readonly objective: (coefficients: Float64Array) => number;
  readonly value: (coefficients: Float64Array) => ConditionalValue;
}

/**
 * Conditional least squares: e_t = w_t - c - Σ f_k w_(t - k) for all t that have every lag, at least from t = 1.
 *
 * @param w the standardised and differenced series, longer than the largest lag
 */
export function conditionalModel(w: Float64Array, { p, P, m }: SeasonalOrder): ConditionalModel {
  const first = Math.max(p + P * m, 1);
  const terms = w.length - first;
  const lags = polynomialLags(p, P, m);
  const lagged = lags.map((lag) => w.subarray(first - lag));
  const shocks = new Float64Array(terms);

  function lagCoefficients(coefficients: Float64Array): number[] {
    const polynomial = multipliedOut(coefficients.subarray(1, 1 + p), coefficients.subarray(1 + p), m, -1);
    return lags.map((lag) => at(polynomial, lag - 1));
  }

  function variance(coefficients: Float64Array): number {
    const intercept = at(coefficients, 0);
    for (let t = 0; t < terms; t += 1) {
      shocks[t] = at(w, first + t) - intercept;
    }
    lagCoefficients(coefficients).forEach((coefficient, k) => {
      const column = lagged[k] ?? w;
      for (let t = 0; t < terms; t += 1) {
        shocks[t] = at(shocks, t) - coefficient * at(column, t);
      }
    });
    let sum = 0;
    for (let t = 0; t < terms; t += 1) {
      sum += at(shocks, t) ** 2;
    }
    return sum / terms + leastVariance;
  }

  return {
    terms,
    objective: (coefficients) => 0.5 * Math.log(variance(coefficients)),
    value: (coefficients) => {
      const found = variance(coefficients);
      const next = lagCoefficients(coefficients).reduce(
        (sum, coefficient, k) => sum + coefficient * at(w, w.length - (lags[k] ?? 0)),
        at(coefficients, 0)
      );
      return { logLikelihood: (-terms / 2) * (Math.log(2 * Math.PI * found) + 1), variance: found, next };
    },
  };
}
