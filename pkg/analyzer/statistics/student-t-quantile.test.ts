import { studentTQuantile } from './student-t-quantile.ts';

describe("Student's t quantile", () => {
  // mpmath 1.3.0, 40 digits.
  it.each([
    [0.025, 1, -12.706204736174705],
    [0.25, 1, -1],
    [1e-5, 1, -31830.98860790709],
    [0.4, 1, -0.32491969623290623],
    [0.05, 2, -2.9199855803537256],
    [0.3, 2, -0.6172133998483676],
    [0.025, 3, -3.1824463052837095],
    [1e-10, 3, -2225.7692846830932],
    [0.49999, 5, -2.6343055245085255e-5],
    [0.00125, 18, -3.510104130463421],
    [0.1, 100, -1.290074761346516],
    [0.001, 1000, -3.098402163912923],
  ])('of %d with %d degrees', (p, degrees, expected) => {
    expect(studentTQuantile(p, degrees) / expected).toBeCloseTo(1, 10);
  });

  it('of the upper half is that of the lower, turned', () => {
    expect(studentTQuantile(0.75, 1)).toBeCloseTo(1, 12);
    expect(studentTQuantile(0.975, 3)).toBeCloseTo(3.1824463052837095, 10);
  });

  it.each([
    [0.5, 0],
    [0, -Infinity],
    [1, Infinity],
    [-0.1, NaN],
    [1.1, NaN],
    [NaN, NaN],
  ])('of %d is %d', (p, expected) => {
    expect(studentTQuantile(p, 3)).toBe(expected);
  });
});
