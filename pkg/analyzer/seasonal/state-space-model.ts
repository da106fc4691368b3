import type { SeasonalOrder } from '../../contract/index.ts';
import { at, indexAt } from '../element.ts';
import { multipliedOut } from './lag-polynomial.ts';
import type { ModelParameters } from './model-parameters.ts';
import { type StateStructure, stateStructure } from './state-structure.ts';
import { transitionsOf } from './transition.ts';

/** Variance of each state before the first value, in units of the standardised series. The reference's. */
const startVariance = 1e6;
/** The gain counts as settled while it changes by less, relative to the forecast's variance. */
const settledChange = 1e-11;

/** What the filter says at given parameters. */
export interface StateSpaceValue {
  /** -Infinity where rounding left a forecast without a positive variance. */
  readonly logLikelihood: number;
  /** The next value, in units of the standardised series. */
  readonly forecast: number;
  readonly standardError: number;
}

const invalid: StateSpaceValue = { logLikelihood: -Infinity, forecast: NaN, standardError: NaN };

/**
 * The Kalman filter of a model of any order over a series with or without missing values (spec/sarima.md 3b). The terms
 * of the first `states` points are left out of the likelihood.
 *
 * @param values the standardised series; NaN is missing
 */
export function stateSpaceModel(
  values: Float64Array,
  order: SeasonalOrder
): (parameters: ModelParameters) => StateSpaceValue {
  const structure = stateStructure(order);
  const { states, arma, observed } = structure;
  const transition = transitionsOf(structure);
  const state = new Float64Array(states);
  const covariance = new Float64Array(states * states);
  // P Zᵀ: how each state goes together with the observed value.
  const gain = new Float64Array(states);
  const gainBefore = new Float64Array(states);

  return ({ intercept, ar, ma, seasonalAr, seasonalMa, variance }) => {
    const { moveState, moveCovariance } = transition({
      intercept,
      ar: multipliedOut(ar, seasonalAr, order.m, -1),
      ma: multipliedOut(ma, seasonalMa, order.m, 1),
      variance,
    });
    state.fill(0);
    covariance.fill(0);
    for (let i = 0; i < states; i += 1) covariance[i * (states + 1)] = startVariance;
    gain.fill(0);
    let sum = 0;
    let settled = 0;
    let spread = 0;
    for (let t = 0; t < values.length; t += 1) {
      const value = at(values, t);
      const missing = Number.isNaN(value);
      // Once the gain has settled the covariance has too, and neither is computed again until a value is missing.
      const moving = missing || settled <= arma + 1;
      if (missing) {
        settled = 0;
      } else {
        if (moving) {
          gainBefore.set(gain);
          spread = observe(structure, covariance, gain);
          settled = differsBy(gain, gainBefore) < settledChange * spread ? settled + 1 : 0;
        }
        // Not `<=`: it may be no number.
        if (!(spread > 0)) return invalid;
        const surprise = value - observedSum(observed, state);
        if (t >= states) sum += Math.log(2 * Math.PI * spread) + (surprise * surprise) / spread;
        for (let i = 0; i < states; i += 1) state[i] = at(state, i) + (at(gain, i) * surprise) / spread;
      }
      moveState(state);
      if (moving) moveCovariance(covariance, gain, missing ? Infinity : spread);
    }
    spread = observe(structure, covariance, gain);
    return spread >= 0
      ? { logLikelihood: -sum / 2, forecast: observedSum(observed, state), standardError: Math.sqrt(spread) }
      : invalid;
  };
}

/** Z a: the observed value of a state. */
function observedSum(observed: Int32Array, state: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < observed.length; k += 1) sum += at(state, indexAt(observed, k));
  return sum;
}

/** Writes P Zᵀ to `gain` and returns Z P Zᵀ. */
function observe({ states, observed }: StateStructure, covariance: Float64Array, gain: Float64Array): number {
  for (let i = 0; i < states; i += 1) {
    let sum = 0;
    for (let k = 0; k < observed.length; k += 1) sum += at(covariance, i * states + indexAt(observed, k));
    gain[i] = sum;
  }
  return observedSum(observed, gain);
}

function differsBy(one: Float64Array, other: Float64Array): number {
  let most = 0;
  for (let i = 0; i < one.length; i += 1) most = Math.max(most, Math.abs(at(one, i) - at(other, i)));
  return most;
}
