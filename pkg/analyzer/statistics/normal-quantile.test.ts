import { normalQuantile } from './normal-quantile.ts';

describe('the normal quantile', () => {
  // mpmath 1.3.0, 40 digits.
  it.each([
    [0.5, 0],
    [0.6, 0.25334710313579974132],
    [0.925, 1.4395314709384562291],
    [0.9250001, 1.4395321773759004884],
    [0.95, 1.6448536269514722843],
    [0.975, 1.9599639845400538556],
    [0.995, 2.5758293035489004539],
    [0.075, -1.4395314709384559349],
    [0.0749, -1.4402382675279636631],
    [0.01, -2.3263478740408410931],
    [1e-10, -6.3613409024040561991],
    [1e-11, -6.7060231554951362961],
    [1.3887943864964021e-11, -6.6579046435011035837],
    [1e-12, -7.0344838253011319326],
    [1e-20, -9.2623400897984075796],
    [1e-300, -37.047096299361199237],
    [Number.MIN_VALUE, -38.467405617144346251],
  ])('of %d', (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(1e-15 * Math.abs(expected));
  });

  it.each([
    [0, -Infinity],
    [1, Infinity],
    [-0, -Infinity],
    [-1e-300, NaN],
    [1.5, NaN],
    [NaN, NaN],
    [Infinity, NaN],
    [-Infinity, NaN],
  ])('of %d is %d', (p, expected) => {
    expect(normalQuantile(p)).toBe(expected);
  });
});
