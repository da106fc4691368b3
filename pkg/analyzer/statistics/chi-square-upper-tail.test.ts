import { chiSquareUpperTail } from './chi-square-upper-tail.ts';

describe("the chi-square distribution's upper tail", () => {
  // mpmath 1.3.0, 40 digits; the eleventh is also whylogs' p-value of a real pair (golden drift, ints bools).
  it.each([
    [1e-10, 3, 0.9999999999999998],
    [0.001, 1, 0.9747728793699604],
    [1, 1, 0.3173105078629141],
    [2, 2, 0.36787944117144233],
    [3, 2, 0.22313016014842982],
    [3.84, 1, 0.050043521248705106],
    [6.99, 5, 0.2213850836926399],
    [7, 5, 0.2206403079367108],
    [7.01, 5, 0.21989765707342238],
    [10, 5, 0.07523524614651218],
    [40.41351123933165, 1, 2.0551495647127567e-10],
    [100, 10, 5.4497019829205295e-17],
    [1000, 1000, 0.49405285382923964],
    [1200, 1000, 1.2255942330622905e-5],
    [1400, 2, 9.85967654375977e-305],
    [5000, 4800, 0.0216739892003061],
  ])('at %d of %d degrees', (statistic, degrees, expected) => {
    expect(chiSquareUpperTail(statistic, degrees) / expected).toBeCloseTo(1, 10);
  });

  it.each([
    [0, 1],
    [-0, 1],
    [Infinity, 0],
    [1e6, 0],
    [NaN, NaN],
  ])('at %d is %d', (statistic, expected) => {
    expect(chiSquareUpperTail(statistic, 4)).toBe(expected);
  });
});
