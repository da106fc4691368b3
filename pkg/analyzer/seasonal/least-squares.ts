import { at } from '../element.ts';

/** A column of which less than this share of its length is new beside the columns before it counts as dependent. */
const dependent = 1e-10;

/** Coefficients, one for each column, and what they leave of the right side. */
export interface LeastSquares {
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Ordinary least squares by orthogonalisation (modified Gram-Schmidt, each column twice). A column that depends on those
 * before it gets the coefficient 0. With fewer rows than columns all coefficients are 0 (spec/sarima.md 4).
 *
 * @param columns each as long as `target`
 */
export function leastSquares(columns: readonly Float64Array[], target: Float64Array): LeastSquares {
  const coefficients = new Float64Array(columns.length);
  if (target.length < columns.length) {
    return { coefficients, residuals: target.slice() };
  }
  const kept: Direction[] = [];
  columns.forEach((column, index) => {
    const direction = newDirection(column, index, kept);
    if (direction !== null) {
      kept.push(direction);
    }
  });
  const residuals = target.slice();
  const parts = Float64Array.from(kept, ({ unit }) => takeOut(unit, residuals));
  // Back substitution: the last direction is in its own column alone.
  for (const [k, { index, length, shares }] of [...kept.entries()].reverse()) {
    const coefficient = at(parts, k) / length;
    coefficients[index] = coefficient;
    shares.forEach((share, before) => {
      parts[before] = at(parts, before) - share * coefficient;
    });
  }
  return { coefficients, residuals };
}

/** What a column adds to the columns before it. */
interface Direction {
  /** Which column. */
  readonly index: number;
  /** The new direction, of length 1. */
  readonly unit: Float64Array;
  /** How much of the column goes in the new direction. */
  readonly length: number;
  /** How much of it goes in each direction found before. */
  readonly shares: readonly number[];
}

function newDirection(column: Float64Array, index: number, before: readonly Direction[]): Direction | null {
  const rest = column.slice();
  const shares = before.map(({ unit }) => takeOut(unit, rest));
  // Once more, for what rounding left.
  before.forEach(({ unit }, k) => {
    shares[k] = (shares[k] ?? 0) + takeOut(unit, rest);
  });
  const length = Math.sqrt(product(rest, rest));
  // Not `<=`: a column that holds what is no number is left out too.
  if (!(length > dependent * Math.sqrt(product(column, column)))) {
    return null;
  }
  return { index, unit: rest.map((element) => element / length), length, shares };
}

/** Takes the part in a direction of length 1 out of a vector and says how long it was. */
function takeOut(unit: Float64Array, vector: Float64Array): number {
  const share = product(unit, vector);
  unit.forEach((element, i) => {
    vector[i] = at(vector, i) - share * element;
  });
  return share;
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, element, i) => sum + element * at(other, i), 0);
}
