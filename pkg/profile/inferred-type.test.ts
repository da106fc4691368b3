import { type ColumnProfile, emptyColumnProfile } from './column-profile.ts';
import { type ColumnType, inferredType, isDiscrete } from './inferred-type.ts';

/** Counters: object, fractional, integral, boolean, string; then nulls. */
type Tally = readonly [object: number, fractional: number, integral: number, boolean: number, string: number];

function column([object, fractional, integral, boolean, string]: Tally, nulls = 0, n = 100): ColumnProfile {
  return {
    ...emptyColumnProfile,
    counts: { n, null: nulls, nan: null, inf: null, true: null },
    types: { object, fractional, integral, boolean, string, tensor: null },
  };
}

// By hand from the rules of analyzers.md a.4.
test.each<[string, Tally, number, ColumnType, number]>([
  ['no value and no null', [0, 0, 0, 0, 0], 0, 'UNKNOWN', 0],
  ['nulls only', [0, 0, 0, 0, 0], 5, 'NULL', 0],
  ['one type', [0, 0, 10, 0, 0], 3, 'INTEGRAL', 1],
  ['objects', [10, 0, 0, 0, 0], 0, 'UNKNOWN', 1],
  ['booleans', [0, 0, 0, 10, 0], 0, 'BOOLEAN', 1],
  ['a clear majority', [0, 1, 9, 0, 0], 0, 'INTEGRAL', 0.9],
  ['exactly 0.7 is not clear, but a majority', [0, 3, 7, 0, 0], 0, 'INTEGRAL', 0.7],
  ['texts against as many numbers', [0, 2, 3, 0, 5], 0, 'STRING', 0.5],
  ['texts above the numbers', [3, 1, 2, 0, 4], 0, 'STRING', 0.4],
  ['texts, no majority, not above the numbers', [2, 2, 2, 0, 4], 0, 'STRING', 1],
  ['floats count integers with them', [0, 4, 3, 0, 3], 0, 'FRACTIONAL', 0.7],
  ['integers without majority become floats with the others', [2, 2, 4, 0, 2], 0, 'FRACTIONAL', 0.6],
  ['no majority at all', [4, 2, 1, 3, 0], 0, 'UNKNOWN', 1],
])('%s', (_, tally, nulls, type, ratio) => {
  expect(inferredType(column(tally, nulls))).toEqual({ type, ratio: expect.closeTo(ratio, 12) as number });
});

test('without type counters nothing is known', () => {
  expect(inferredType(emptyColumnProfile)).toEqual({ type: 'UNKNOWN', ratio: 0 });
});

describe('discrete', () => {
  /** A column with `distinct` values as a theta sketch has them: its estimate is exact. */
  const withDistinct = (tally: Tally, distinct: number, n: number): ColumnProfile => ({
    ...column(tally, 0, n),
    theta: [{ estimate: distinct, theta: 1, count: distinct }],
  });

  test.each<[string, ColumnProfile, boolean | null]>([
    ['floats never', withDistinct([0, 10, 0, 0, 0], 1, 10), false],
    ['texts always', withDistinct([0, 0, 0, 0, 10], 10, 10), true],
    ['objects always', column([10, 0, 0, 0, 0]), true],
    ['integers without a distinct count', column([0, 0, 10, 0, 0]), null],
    ['integers, all different', withDistinct([0, 0, 100, 0, 0], 100, 100), false],
    ['integers, 14 of 100', withDistinct([0, 0, 100, 0, 0], 14, 100), true],
    // (14 + 1) / 100 = 0.15 lies below 0.15 as a 32-bit float, 0.15000000596.
    ['integers, 15 of 100', withDistinct([0, 0, 100, 0, 0], 15, 100), false],
    ['no distinct value', withDistinct([0, 0, 0, 0, 0], 0, 10), true],
    ['booleans', withDistinct([0, 0, 0, 50, 0], 2, 50), true],
    ['few booleans', withDistinct([0, 0, 0, 4, 0], 2, 4), false],
    ['no rows', withDistinct([0, 0, 1, 0, 0], 0, 0), false],
  ])('%s', (_, profile, discrete) => {
    expect(isDiscrete(profile)).toBe(discrete);
  });

  test('nulls only are judged by the distinct count', () => {
    const nulls: ColumnProfile = { ...withDistinct([0, 0, 0, 0, 0], 0, 10), counts: null };
    expect(isDiscrete({ ...nulls, counts: { n: 10, null: 10, nan: null, inf: null, true: null } })).toBe(true);
  });
});
