import { at } from '../element.ts';

/** A function of some numbers; positive infinity where it has no value. */
export type Objective = (x: Float64Array) => number;

/** Half the width of a central difference, times max(1, |x|): balances the error of the formula and of rounding. */
const halfWidth = 1e-5;

/**
 * The derivatives of a function by central differences (spec/sarima.md 5). Where it has no value on one side the other
 * side alone is taken; where on neither, 0.
 *
 * @param value the function's value at x
 */
export function gradient(objective: Objective, x: Float64Array, value: number): Float64Array {
  const moved = x.slice();
  return x.map((coordinate, i) => {
    const half = halfWidth * Math.max(1, Math.abs(coordinate));
    moved[i] = coordinate + half;
    const above = objective(moved);
    moved[i] = coordinate - half;
    const below = objective(moved);
    moved[i] = coordinate;
    const sides = Number(above < Infinity) + Number(below < Infinity);
    return sides === 0 ? 0 : ((above < Infinity ? above : value) - (below < Infinity ? below : value)) / (sides * half);
  });
}

/** The inner product of two vectors of one length. */
export function innerProduct(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) {
    sum += at(one, i) * at(other, i);
  }
  return sum;
}
