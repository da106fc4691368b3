import fc from 'fast-check';
import { leastSquares } from './least-squares.ts';

const ones = Float64Array.of(1, 1, 1);
const steps = Float64Array.of(0, 1, 2);

function close(values: Float64Array, expected: readonly number[]): void {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 13));
}

describe('least squares', () => {
  it('of a line, by hand', () => {
    const { coefficients, residuals } = leastSquares([ones, steps], Float64Array.of(1, 2, 2));
    close(coefficients, [7 / 6, 1 / 2]);
    close(residuals, [-1 / 6, 1 / 3, -1 / 6]);
  });

  it('of a parabola through all points', () => {
    const { coefficients, residuals } = leastSquares(
      [ones, steps, Float64Array.of(0, 1, 4)],
      Float64Array.of(3, 6, 13)
    );
    close(coefficients, [3, 1, 2]);
    close(residuals, [0, 0, 0]);
  });

  it('without columns leaves everything', () => {
    const { coefficients, residuals } = leastSquares([], steps);
    expect(coefficients).toHaveLength(0);
    expect([...residuals]).toEqual([0, 1, 2]);
    expect(residuals).not.toBe(steps);
  });

  it('of as many rows as columns is exact', () => {
    const { coefficients } = leastSquares([Float64Array.of(2)], Float64Array.of(8));
    close(coefficients, [4]);
  });

  it('of fewer rows than columns is all zeros', () => {
    const target = Float64Array.of(8);
    const { coefficients, residuals } = leastSquares([Float64Array.of(2), Float64Array.of(1)], target);
    expect([...coefficients]).toEqual([0, 0]);
    expect([...residuals]).toEqual([8]);
    expect(residuals).not.toBe(target);
  });

  it.each<[string, Float64Array]>([
    ['zeros', Float64Array.of(0, 0, 0)],
    ['a multiple of another', Float64Array.of(0.1, 0.1, 0.1)],
    ['a multiple of another but for rounding', Float64Array.of(1, 1, 1 + 1e-11)],
    ['what is no number', Float64Array.of(1, NaN, 2)],
  ])('gives 0 to a column of %s', (_, column) => {
    const { coefficients, residuals } = leastSquares([ones, column, steps], Float64Array.of(1, 2, 2));
    expect(coefficients[1]).toBe(0);
    close(coefficients, [7 / 6, 0, 1 / 2]);
    close(residuals, [-1 / 6, 1 / 3, -1 / 6]);
  });

  it('keeps a column that is nearly a multiple of another', () => {
    const { coefficients } = leastSquares([ones, Float64Array.of(1, 1, 1 + 1e-8)], Float64Array.of(1, 1, 2));
    expect(coefficients[1]).toBeCloseTo(1e8, -1);
  });

  it('finds the coefficients of exact combinations', () => {
    const number = fc.integer({ min: -50, max: 50 });
    const columns = fc.array(fc.array(number, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(columns, fc.array(number, { minLength: 4, maxLength: 4 }), (given, weights) => {
        const target = Float64Array.from({ length: 8 }, (_, i) =>
          given.reduce((sum, column, k) => sum + (column[i] ?? 0) * (weights[k] ?? 0), 0)
        );
        const { residuals } = leastSquares(
          given.map((column) => Float64Array.from(column)),
          target
        );
        // Whichever columns were dropped, the combination is reached.
        residuals.forEach((residual) => expect(Math.abs(residual)).toBeLessThan(1e-9));
      })
    );
  });

  it('leaves residuals that no column explains', () => {
    const target = Float64Array.of(5, -3, 2, 7, 1);
    const columns = [Float64Array.of(1, 1, 1, 1, 1), Float64Array.of(1, 4, 2, 8, 5), Float64Array.of(3, 1, 4, 1, 5)];
    const { residuals } = leastSquares(columns, target);
    for (const column of columns) {
      expect(column.reduce((sum, element, i) => sum + element * (residuals[i] ?? NaN), 0)).toBeCloseTo(0, 12);
    }
  });
});
