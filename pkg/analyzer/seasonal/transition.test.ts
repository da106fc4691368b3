import { stateStructure } from './state-structure.ts';
import { transitionsOf } from './transition.ts';

/*
 * (1,1,1) of a season of 2 that is differenced once: T is
 *   1 . 1 1 .
 *   . . 1 1 .
 *   . 1 . . .
 *   . . . f 1
 *   . . . . .
 */
const structure = stateStructure({ p: 1, d: 1, q: 1, P: 0, D: 1, Q: 0, m: 2 });
const transition = transitionsOf(structure);
const step = transition({ intercept: 0.25, ar: Float64Array.of(0.5), ma: Float64Array.of(-2), variance: 3 });
/** What was learnt from a value, and its variance. */
const gain = Float64Array.of(0.5, 0.25, -1, 2, 0.125);
const spread = 8;
const matrix = [
  [1, 0, 1, 1, 0],
  [0, 0, 1, 1, 0],
  [0, 1, 0, 0, 0],
  [0, 0, 0, 0.5, 1],
  [0, 0, 0, 0, 0],
];

it('moves the state', () => {
  const state = Float64Array.of(1, 2, 4, 8, 16);
  step.moveState(state);
  expect([...state]).toEqual([13, 12, 2, 20.25, 0]);
});

const start = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (__, j) => 1 / (1 + i + j)));

/** T (P - gain gainᵀ / spread) Tᵀ + 3 R Rᵀ, cell by cell. */
function expectedAfter(seen: number): number[] {
  const shock = [0, 0, 0, 1, -2];
  return matrix.flatMap((row, i) =>
    matrix.map((other, j) => {
      let sum = 3 * (shock[i] ?? NaN) * (shock[j] ?? NaN);
      row.forEach((weight, k) => {
        other.forEach((otherWeight, l) => {
          const known = ((gain[k] ?? NaN) * (gain[l] ?? NaN)) / seen;
          sum += weight * otherWeight * ((start[k]?.[l] ?? NaN) - known);
        });
      });
      return sum;
    })
  );
}

it.each([
  ['after a value', spread],
  ['without one', Infinity],
])('moves the covariance %s', (_, seen) => {
  const covariance = Float64Array.from(start.flat());
  step.moveCovariance(covariance, gain, seen);
  expectedAfter(seen).forEach((value, i) => expect(covariance[i]).toBeCloseTo(value, 13));
  // Once more: nothing of the step before is left over.
  covariance.set(start.flat());
  step.moveCovariance(covariance, gain, seen);
  expectedAfter(seen).forEach((value, i) => expect(covariance[i]).toBeCloseTo(value, 13));
});

it('keeps the covariance symmetric to the last bit', () => {
  const covariance = new Float64Array(25).map((_, i) => (i % 6 === 0 ? 1e6 : 0));
  for (let i = 0; i < 20; i += 1) step.moveCovariance(covariance, gain, Infinity);
  for (let i = 0; i < 5; i += 1) {
    for (let j = 0; j < i; j += 1) expect(covariance[5 * i + j]).toBe(covariance[5 * j + i]);
  }
});

it('takes other coefficients', () => {
  const state = Float64Array.of(0, 0, 0, 8, 0);
  transition({ intercept: 1, ar: Float64Array.of(-1), ma: Float64Array.of(0), variance: 0 }).moveState(state);
  expect([...state]).toEqual([8, 8, 0, -7, 0]);
});
