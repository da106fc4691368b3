import { at, indexAt } from '../element.ts';
import type { StateStructure } from './state-structure.ts';

/** One step of time for the state and its covariance matrix, both changed in place. */
export interface Transition {
  /** a := T a + intercept. */
  readonly moveState: (state: Float64Array) => void;
  /** P := T P Tᵀ + σ² R Rᵀ; P is symmetric, row after row. */
  readonly moveCovariance: (covariance: Float64Array) => void;
}

/**
 * The step for given coefficients (spec/sarima.md 3b).
 *
 * @param ar f_1, f_2, …
 * @param ma g_1, g_2, …
 * @param variance σ²
 */
export function transition(
  { states, arma, starts, columns, lags }: StateStructure,
  intercept: number,
  ar: Float64Array,
  ma: Float64Array,
  variance: number
): Transition {
  const weights = Float64Array.from(lags, (lag) => (lag === 0 ? 1 : at(ar, lag - 1)));
  const shock = Float64Array.of(1, ...ma);
  const moved = new Float64Array(states);
  const half = new Float64Array(states * states);

  function moveState(state: Float64Array): void {
    for (let i = 0; i < states; i += 1) {
      let sum = 0;
      const end = indexAt(starts, i + 1);
      for (let entry = indexAt(starts, i); entry < end; entry += 1) {
        sum += at(weights, entry) * at(state, indexAt(columns, entry));
      }
      moved[i] = sum;
    }
    state.set(moved);
    state[arma] = at(state, arma) + intercept;
  }

  function moveCovariance(covariance: Float64Array): void {
    half.fill(0);
    for (let i = 0; i < states; i += 1) {
      const end = indexAt(starts, i + 1);
      for (let entry = indexAt(starts, i); entry < end; entry += 1) {
        const weight = at(weights, entry);
        const from = indexAt(columns, entry) * states;
        for (let j = 0; j < states; j += 1) {
          half[i * states + j] = at(half, i * states + j) + weight * at(covariance, from + j);
        }
      }
    }
    // One triangle, copied to the other: so the matrix stays symmetric.
    for (let j = 0; j < states; j += 1) {
      const start = indexAt(starts, j);
      const end = indexAt(starts, j + 1);
      for (let i = 0; i <= j; i += 1) {
        let sum = 0;
        for (let entry = start; entry < end; entry += 1) {
          sum += at(weights, entry) * at(half, i * states + indexAt(columns, entry));
        }
        covariance[i * states + j] = sum;
        covariance[j * states + i] = sum;
      }
    }
    shock.forEach((one, i) => {
      shock.forEach((other, j) => {
        const index = (arma + i) * states + arma + j;
        covariance[index] = at(covariance, index) + variance * one * other;
      });
    });
  }

  return { moveState, moveCovariance };
}
