import { maxTerms, smirnovTail } from './smirnov.ts';

/** Smirnov's sum as it is written, in plain numbers: good for few values. */
function plainSum(n: number, d: number): number {
  let sum = 0;
  let binomial = 1;
  for (let j = 0; j <= n * (1 - d); j += 1) {
    sum += binomial * (d + j / n) ** (j - 1) * (1 - d - j / n) ** (n - j);
    binomial *= (n - j) / (j + 1);
  }
  return d * sum;
}

describe("Smirnov's one-sided tail", () => {
  it.each([
    [1, 0.25, 0.75],
    [1, 0.5, 0.5],
    [2, 0.5, 0.25],
    [2, 0.75, 0.0625],
  ])('of %d values at %d, by hand', (n, d, expected) => {
    expect(smirnovTail(n, d)).toBeCloseTo(expected, 14);
  });

  it.each([
    [3, 0.4],
    [10, 0.3],
    [10, 0.35],
    [15, 0.2],
    [16, 0.2],
    [17, 0.6],
    [33, 0.15],
    [100, 0.1],
    [100, 0.9],
  ])('of %d values at %d is the sum as written', (n, d) => {
    expect(smirnovTail(n, d) / plainSum(n, d)).toBeCloseTo(1, 11);
  });

  it('of more values than terms is that of all terms', () => {
    expect(maxTerms).toBe(2000);
    // SciPy 1.13, kstwo.sf(0.05, 100000) and (0.02, 100000) by its sum over all; half of each.
    expect(smirnovTail(100_000, 0.05) / (1.0446857833684497e-217 / 2)).toBeCloseTo(1, 9);
    expect(smirnovTail(100_000, 0.02) / (3.5372711931479597e-35 / 2)).toBeCloseTo(1, 9);
    expect(smirnovTail(2500, 0.05) / (7.1667929173507955e-6 / 2)).toBeCloseTo(1, 9);
  });

  // exp(-(6 n d + 1)^2 / (18 n)), whose relative error falls as 1 / n (Miller 1956).
  it.each([1e6, 1e9, 1e13])('of %d values is near the limit', (n) => {
    const d = Math.sqrt(3 / n);
    expect(smirnovTail(n, d) / Math.exp(-((6 * n * d + 1) ** 2) / (18 * n))).toBeCloseTo(1, 5);
  });
});
