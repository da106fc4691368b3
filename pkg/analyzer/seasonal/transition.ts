import { at, indexAt } from '../element.ts';
import type { StateStructure } from './state-structure.ts';

/** The numbers of one step of time. */
export interface StepCoefficients {
  /** c */
  readonly intercept: number;
  /** f_1, f_2, … */
  readonly ar: Float64Array;
  /** g_1, g_2, … */
  readonly ma: Float64Array;
  /** σ² */
  readonly variance: number;
}

/** One step of time for the state and its covariance matrix, both changed in place. */
export interface Transition {
  /** a := T a + intercept. */
  readonly moveState: (state: Float64Array) => void;
  /**
   * P := T (P - gain gainᵀ / spread) Tᵀ + σ² R Rᵀ: what is known after a value was seen, one step later. An infinite spread
   * is no value. P is symmetric, row after row.
   */
  readonly moveCovariance: (covariance: Float64Array, gain: Float64Array, spread: number) => void;
}

/**
 * The steps of a model's state (spec/sarima.md 3b). Buffers are made once; of the transitions made here only the last may
 * be used.
 */
export function transitionsOf(structure: StateStructure): (coefficients: StepCoefficients) => Transition {
  const { states, arma, starts, columns, lags } = structure;
  const size = states * states;
  const weights = new Float64Array(lags.length);
  const moved = new Float64Array(states);
  const column = new Float64Array(states);
  // P, and behind it the rows of T P. Most rows of T only hand a state on: their row of T P is a row of P, taken there.
  const rows = new Float64Array(2 * size);
  const bases = Int32Array.from({ length: states }, (_, i) =>
    handsOn(structure, i) ? indexAt(columns, indexAt(starts, i)) * states : size + i * states
  );

  /** target := T vector */
  function multiply(vector: Float64Array, target: Float64Array): void {
    for (let i = 0; i < states; i += 1) {
      let sum = 0;
      const end = indexAt(starts, i + 1);
      for (let entry = indexAt(starts, i); entry < end; entry += 1) {
        sum += at(weights, entry) * at(vector, indexAt(columns, entry));
      }
      target[i] = sum;
    }
  }

  function multiplyRows(): void {
    for (let i = 0; i < states; i += 1) {
      const base = indexAt(bases, i);
      if (base < size) continue;
      rows.fill(0, base, base + states);
      const end = indexAt(starts, i + 1);
      for (let entry = indexAt(starts, i); entry < end; entry += 1) {
        const weight = at(weights, entry);
        const source = indexAt(columns, entry) * states;
        for (let j = 0; j < states; j += 1) {
          rows[base + j] = at(rows, base + j) + weight * at(rows, source + j);
        }
      }
    }
  }

  function moveCovariance(covariance: Float64Array, gain: Float64Array, spread: number): void {
    rows.set(covariance);
    multiplyRows();
    multiply(gain, moved);
    // One triangle, copied to the other: so the matrix stays symmetric.
    for (let j = 0; j < states; j += 1) {
      const share = at(moved, j) / spread;
      for (let i = 0; i <= j; i += 1) column[i] = -share * at(moved, i);
      const end = indexAt(starts, j + 1);
      for (let entry = indexAt(starts, j); entry < end; entry += 1) {
        const weight = at(weights, entry);
        const index = indexAt(columns, entry);
        for (let i = 0; i <= j; i += 1) column[i] = at(column, i) + weight * at(rows, indexAt(bases, i) + index);
      }
      for (let i = 0; i <= j; i += 1) {
        covariance[j * states + i] = at(column, i);
        covariance[i * states + j] = at(column, i);
      }
    }
  }

  return ({ intercept, ar, ma, variance }) => {
    lags.forEach((lag, entry) => {
      weights[entry] = lag === 0 ? 1 : at(ar, lag - 1);
    });
    const shock = Float64Array.of(1, ...ma);
    return {
      moveState: (state) => {
        multiply(state, moved);
        state.set(moved);
        state[arma] = at(state, arma) + intercept;
      },
      moveCovariance: (covariance, gain, spread) => {
        moveCovariance(covariance, gain, spread);
        shock.forEach((one, i) => {
          if (one === 0) return;
          shock.forEach((other, j) => {
            const index = (arma + i) * states + arma + j;
            covariance[index] = at(covariance, index) + variance * one * other;
          });
        });
      },
    };
  };
}

/** Whether a row of the transition matrix has one entry, and that is 1. */
function handsOn({ starts, lags }: StateStructure, row: number): boolean {
  const start = indexAt(starts, row);
  return indexAt(starts, row + 1) === start + 1 && indexAt(lags, start) === 0;
}
