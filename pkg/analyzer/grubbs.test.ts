import { withoutOutliers } from './grubbs.ts';

const twenty = Array.from({ length: 20 }, (_, i) => i % 2);

describe("Grubbs' test", () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ['#63, the low one', [1, 10, 10, 10], [10, 10, 10]],
    ['#63, the high one', [0, 0, 0, 10], [0, 0, 0]],
    ['no values', [], []],
    ['one value', [1], [1]],
    ['two values, however far', [1, 1e9], [1, 1e9]],
    ['three values, of which one is far', [0, 0, 1], [0, 0]],
    ['three values evenly apart', [1, 2, 3], [1, 2, 3]],
    ['equal values', [5, 5, 5, 5, 5], [5, 5, 5, 5, 5]],
    ['two equal outliers, which go at once', [...twenty, 9, 9], twenty],
    ['outliers behind outliers', [0, 1, 0, 1, 0, 1, 0, 1, 20, 9000], [0, 1, 0, 1, 0, 1, 0, 1]],
    ['an infinity, which leaves no mean to be far from', [1, 2, 3, 2, Infinity], [1, 2, 3, 2, Infinity]],
  ])('on %s', (_, values, rest) => {
    expect(withoutOutliers(values, 0.95)).toEqual(rest);
  });

  // Grubbs 1969, table 1, two-sided 5 %: the critical value for eight values is 2.126.
  it('draws the line where the published table does', () => {
    const base = [0, 1, 0, 1, 0, 1, 0.5];
    const gOf = (values: readonly number[]): number => {
      const mean = values.reduce((a, b) => a + b) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return Math.abs((values.at(-1) ?? NaN) - mean) / Math.sqrt(squares / (values.length - 1));
    };
    const kept: number[] = [];
    const removed: number[] = [];
    for (let last = 1; last < 6; last += 0.005) {
      const values = [...base, last];
      (withoutOutliers(values, 0.95).length === 8 ? kept : removed).push(gOf(values));
    }
    expect(Math.max(...kept)).toBeCloseTo(2.126, 2);
    expect(Math.min(...removed)).toBeCloseTo(2.127, 2);
  });

  it('takes fewer for outliers when it must be surer', () => {
    const values = [0, 1, 0, 1, 0, 1, 0.5, 2.9];
    expect(withoutOutliers(values, 0.95)).toHaveLength(7);
    expect(withoutOutliers(values, 0.999)).toHaveLength(8);
  });
});
