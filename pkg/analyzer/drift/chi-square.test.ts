import { measureChiSquare } from './chi-square.ts';

/** The measure of a table of counts. */
function measureTable(baseline: readonly number[], target: readonly number[]) {
  const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const counts = { baseline: sumOf(baseline), target: sumOf(target) };
  const sharesOf = (row: readonly number[], n: number): Float64Array => Float64Array.from(row, (count) => count / n);
  return measureChiSquare(
    { baseline: sharesOf(baseline, counts.baseline), target: sharesOf(target, counts.target) },
    counts
  );
}

describe('the chi-square statistic', () => {
  it.each<[string, readonly number[], readonly number[], number, number, string]>([
    // SciPy's documentation of chi2_contingency.
    [
      '10, 10, 20 and 20, 20, 20',
      [10, 10, 20],
      [20, 20, 20],
      25 / 9,
      0.24935220877729619,
      'p-value 0.249352 with 2 degrees of freedom',
    ],
    // (10 - 15)^2 / 15 four times; p = erfc(sqrt(10/3)).
    ['10, 20 and 20, 10', [10, 20], [20, 10], 20 / 3, 0.009823274507519, 'p-value 0.00982327 with 1 degree of freedom'],
    [
      'cells that are empty on both sides',
      [10, 0, 20],
      [20, 0, 10],
      20 / 3,
      0.009823274507519,
      'p-value 0.00982327 with 1 degree of freedom',
    ],
    ['the same', [1, 2, 3], [10, 20, 30], 0, 1, 'p-value 1 with 2 degrees of freedom'],
    ['a single cell', [7], [3], 0, 1, 'p-value 1 with 0 degrees of freedom'],
    ['all moved', [2, 0], [0, 2], 4, 0.04550026389635839, 'p-value 0.0455003 with 1 degree of freedom'],
  ])('of %s', (_, baseline, target, value, pValue, note) => {
    const measured = measureTable(baseline, target);
    expect(measured.value).toBeCloseTo(value, 12);
    expect(measured.pValue).toBeCloseTo(pValue, 12);
    expect(measured.note).toBe(note);
  });

  it('shares its terms among the cells', () => {
    // Expected 12, 12, 16 and 18, 18, 24: terms 4/12 + 4/18 twice, 16/16 + 16/24.
    const { contribution } = measureTable([10, 10, 20], [20, 20, 20]);
    expect([...contribution].map((share) => share * 25)).toEqual(
      [5, 5, 15].map((nine) => expect.closeTo(nine, 12) as number)
    );
    expect(measureTable([1, 2], [10, 20]).contribution).toEqual([0, 0]);
  });

  it('has row totals of what the cells hold, not of what was lost', () => {
    // A side that holds only half of its values in cells: its shares sum to a half.
    const halved = measureChiSquare(
      { baseline: Float64Array.of(0.25, 0.25), target: Float64Array.of(0.5, 0.5) },
      { baseline: 80, target: 10 }
    );
    expect(halved.value).toBeCloseTo(0, 12);
    const nothing = measureChiSquare(
      { baseline: Float64Array.of(0, 0), target: Float64Array.of(0.5, 0.5) },
      { baseline: 80, target: 10 }
    );
    expect([nothing.value, nothing.pValue]).toEqual([0, 1]);
  });
});
