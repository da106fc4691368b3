import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kolmogorovSurvival } from './kolmogorov-survival.ts';

const file = join(__dirname, '../../../tests/data/drift/golden-ks.json');
// A file of this repository, in the shape that its README says.
const golden = (JSON.parse(readFileSync(file, 'utf8')) as { kolmogorovSurvival: [number, number, number][] })
  .kolmogorovSurvival;

describe("Kolmogorov's survival function", () => {
  it('has golden values of all sizes', () => {
    expect(golden).toHaveLength(120);
  });

  it.each(golden)('at %d of %d values', (d, n, expected) => {
    if (expected === 0) {
      expect(kolmogorovSurvival(d, n)).toBe(0);
    } else {
      expect(Math.abs(kolmogorovSurvival(d, n) / expected - 1)).toBeLessThan(2e-7);
    }
  });

  it.each([
    [0, 5, 1],
    [-0, 5, 1],
    [0.1, 5, 1],
    [0.5, 1, 1],
    [1, 1, 0],
    [1, 1000, 0],
    [1.5, 1000, 0],
    [0.5, 0, NaN],
    [0.5, 0.9, NaN],
    [0.5, NaN, NaN],
    [0.5, 1e9, 0],
    [1e-9, 1e9, 1],
  ])('at %d of %d values is %d', (d, n, expected) => {
    expect(kolmogorovSurvival(d, n)).toBe(expected);
  });

  // P(D_1 >= d) = 2 (1 - d) from 1/2 on; P(D_2 >= d) = 2 (1 - d)^2 from 1/2 on.
  it.each([
    [0.75, 1, 0.5],
    [0.51, 1, 0.98],
    [0.75, 2, 0.125],
    [0.5, 2, 0.5],
  ])('at %d of %d values, by hand', (d, n, expected) => {
    expect(kolmogorovSurvival(d, n)).toBeCloseTo(expected, 14);
  });

  it.each([100, 140, 141, 2000])('of %d values falls without a step where one method ends and the next begins', (n) => {
    for (const square of [2.2, 4]) {
      const [below, above] = [Math.sqrt((square - 1e-9) / n), Math.sqrt((square + 1e-9) / n)];
      const [before, after] = [kolmogorovSurvival(below, n), kolmogorovSurvival(above, n)];
      expect(Math.abs(after / before - 1)).toBeLessThan(3e-5);
    }
  });

  it('is that of the limit for very many values', () => {
    // 2 (e^-2 - e^-8 + e^-18) at sqrt(n) d = 1, less what 1 / (6 sqrt(n) d) moves it.
    const limit = 2 * (Math.exp(-2) - Math.exp(-8) + Math.exp(-18));
    expect(kolmogorovSurvival(1e-6, 1e12)).toBeCloseTo(limit, 6);
  });
});
