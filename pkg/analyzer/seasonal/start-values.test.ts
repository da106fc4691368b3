import type { SeasonalOrder } from '../../contract/index.ts';
import { normals } from '../statistics/seeded-random.ts';
import { differenced } from './difference.ts';
import { leastStartVariance, startValues } from './start-values.ts';

/* That the start is the reference's is asserted on the golden series (golden.test.ts). */

function order(given: Partial<SeasonalOrder>): SeasonalOrder {
  return { p: 0, d: 0, q: 0, P: 0, D: 0, Q: 0, m: 0, ...given };
}

const shocks = normals('start values', 400);

/** A series made of the shocks of each step and those before it, weighted. */
function movingAverage(length: number, ...weights: readonly number[]): Float64Array {
  return Float64Array.from({ length }, (_, t) =>
    weights.reduce((sum, weight, k) => sum + weight * (shocks[t + weights.length - 1 - k] ?? NaN), 0)
  );
}

describe('start values by hand', () => {
  it('of a constant: the mean and the mean square of what is left', () => {
    const found = startValues(Float64Array.of(1, 2, 6), order({}));
    expect(found.intercept).toBeCloseTo(3, 14);
    expect(found.variance).toBeCloseTo((4 + 1 + 9) / 3, 13);
    expect([found.ar, found.ma, found.seasonalAr, found.seasonalMa].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  });

  it('of a lag: the line through the pairs', () => {
    // (0, 1), (1, 2), (2, 2): as in least-squares.test.ts.
    const found = startValues(Float64Array.of(0, 1, 2, 2), order({ p: 1 }));
    expect(found.intercept).toBeCloseTo(7 / 6, 13);
    expect(found.ar[0]).toBeCloseTo(1 / 2, 13);
    expect(found.variance).toBeCloseTo(1 / 18, 13);
  });

  it('of a season: without a constant, and its variance not taken', () => {
    // Pairs two apart: (1, 3), (2, 5), (3, 4): (3 + 10 + 12) / 14.
    const found = startValues(Float64Array.of(1, 2, 3, 5, 4), order({ P: 1, m: 2 }));
    expect(found.seasonalAr[0]).toBeCloseTo(25 / 14, 13);
    expect(found.intercept).toBeCloseTo(3, 13);
    expect(found.variance).toBeCloseTo((4 + 1 + 0 + 4 + 1) / 5, 13);
  });

  it('of a shock that lasts: near what made the series', () => {
    const found = startValues(movingAverage(380, 1, 0.5), order({ q: 1 }));
    expect(Math.abs((found.ma[0] ?? NaN) - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(found.variance - 1)).toBeLessThan(0.15);
    expect(Math.abs(found.intercept)).toBeLessThan(0.2);
  });

  it('of two lasting shocks: by residuals of four lags', () => {
    // A series whose first lags alone would mislead.
    const found = startValues(movingAverage(380, 1, 0.1, 0.8), order({ q: 2 }));
    expect(Math.abs((found.ma[0] ?? NaN) - 0.1)).toBeLessThan(0.15);
    expect(Math.abs((found.ma[1] ?? NaN) - 0.8)).toBeLessThan(0.15);
  });

  it('of a shock that is felt again a season later', () => {
    const found = startValues(movingAverage(380, 1, 0, 0, -0.6), order({ Q: 1, m: 3 }));
    expect(Math.abs((found.seasonalMa[0] ?? NaN) + 0.6)).toBeLessThan(0.1);
  });

  it('of lags and shocks: as many as asked', () => {
    const found = startValues(movingAverage(60, 1, 0.5), order({ p: 2, q: 1, P: 1, Q: 2, m: 5 }));
    expect([found.ar, found.ma, found.seasonalAr, found.seasonalMa].map(({ length }) => length)).toEqual([2, 1, 1, 2]);
  });
});

describe('start values', () => {
  it('have no moving-average part that is not invertible', () => {
    // Noise differenced twice: both roots lie on the unit circle.
    const twice = { p: 0, d: 2, q: 0, P: 0, D: 0, Q: 0, m: 0 };
    const series = differenced(Float64Array.from(normals('differenced twice', 62)), twice);
    const found = startValues(series, order({ q: 2 }));
    expect([...found.ma]).toEqual([0, 0]);
    // With the moving-average part set aside its variance stays: what the regression left.
    expect(found.variance).toBeGreaterThan(0.5);
    expect(found.variance).toBeLessThan(3);
  });

  it('of too few values are zeros, and the variance the least', () => {
    const found = startValues(Float64Array.of(1, 2), order({ p: 2, q: 1, P: 1, Q: 1, m: 7 }));
    expect([found.intercept, ...found.ar, ...found.ma, ...found.seasonalAr, ...found.seasonalMa]).toEqual(
      Array(6).fill(0)
    );
    expect(found.variance).toBe(leastStartVariance);
  });

  it('of a series that repeats have the least variance', () => {
    expect(leastStartVariance).toBe(1e-10);
    expect(startValues(new Float64Array(20).fill(2), order({})).variance).toBe(1e-10);
    expect(startValues(Float64Array.of(0.9e-5, -0.9e-5), order({})).variance).toBe(1e-10);
    expect(startValues(Float64Array.of(2e-5, -2e-5), order({})).variance).toBeCloseTo(4e-10, 20);
  });
});
