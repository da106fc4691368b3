import { logGamma } from './log-gamma.ts';

describe('the logarithm of the gamma function', () => {
  // mpmath 1.3.0, 40 digits.
  it.each([
    [0.001, 6.9071788853838536617],
    [0.5, 0.57236494292470008707],
    [1, 0],
    [2, 0],
    [3, Math.LN2],
    [5.5, 3.9578139676187162939],
    [100, 359.13420536957539878],
    [12345.5, 103958.24296512322913],
    [1e8, 1742068066.1038347093],
  ])('at %d', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(2e-14 * Math.max(1, expected));
  });

  it.each([
    [0, Infinity],
    [Infinity, Infinity],
    [NaN, NaN],
  ])('at %d is %d', (x, expected) => {
    expect(logGamma(x)).toBe(expected);
  });
});
