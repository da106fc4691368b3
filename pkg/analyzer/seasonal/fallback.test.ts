import { medianBounds } from './fallback.ts';

describe('the median rule', () => {
  it.each<[string, number[], number[], number, object]>([
    // Deviation of 1, 2, 6 with the divisor 3: sqrt(14 / 3).
    [
      'takes the points outside events',
      [1, 2, 6],
      [1, 2, 6, 100],
      1,
      { forecast: 2, lower: 2 - Math.sqrt(14 / 3), upper: 2 + Math.sqrt(14 / 3) },
    ],
    [
      'takes all where fewer than three are outside, gaps not counted',
      [NaN, 1, 2],
      [NaN, 1, 2, 6],
      2,
      { forecast: 2, lower: 2 - 2 * Math.sqrt(14 / 3), upper: 2 + 2 * Math.sqrt(14 / 3) },
    ],
    ['of one value is that value', [], [NaN, 5], 3, { forecast: 5, lower: 5, upper: 5 }],
    ['of equal values is that value', [0.1, 0.1, 0.1], [0.1, 0.1, 0.1], 3, { forecast: 0.1, lower: 0.1, upper: 0.1 }],
    ['of an even number takes the mean of the middle two', [4, 4, 8, 8], [], 0.5, { forecast: 6, lower: 5, upper: 7 }],
  ])('%s', (_, outside, series, factor, expected) => {
    expect(medianBounds(Float64Array.from(outside), Float64Array.from(series), factor)).toEqual(expected);
  });

  it('takes the median of the newest 30, the deviation of all', () => {
    // 30 zeros, then 16 twos and 14 ones: the median of the newest is 2, of all 0.5.
    const values = Float64Array.of(
      ...Array<number>(30).fill(0),
      ...Array<number>(16).fill(2),
      ...Array<number>(14).fill(1)
    );
    const { forecast, upper } = medianBounds(values, values, 1);
    expect(forecast).toBe(2);
    // Mean 46 / 60, mean square 78 / 60.
    expect(upper - forecast).toBeCloseTo(Math.sqrt(78 / 60 - (46 / 60) ** 2), 13);
  });
});
