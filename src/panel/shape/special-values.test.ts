import type { ProfileSide } from '../../../pkg/contract/index.ts';
import { parseSide } from '../model/parse-side.ts';
import { nullShare, specialValues } from './special-values.ts';

function side(facts: Record<string, unknown>): ProfileSide {
  return parseSide(facts, 0);
}

describe('special values', () => {
  it.each([
    ['none', {}, {}, []],
    ['none of either side', { count: 10, count_null: 0 }, { count: 10, count_null: 0 }, []],
    [
      'some of one side',
      { count: 10, count_null: 0 },
      { count: 10, count_null: 4 },
      [{ kind: 'null', target: { count: 0, share: 0 }, baseline: { count: 4, share: 0.4 } }],
    ],
    [
      'a side that does not say',
      { count: 10, count_nan: 1 },
      { count: 10 },
      [{ kind: 'nan', target: { count: 1, share: 0.1 }, baseline: null }],
    ],
    // count = values + null: the NaN are among the missing values.
    [
      'NaN that are counted as missing too',
      { count: 10, n: 8, count_null: 2, count_nan: 2 },
      {},
      [{ kind: 'null', target: { count: 2, share: 0.2 }, baseline: null }],
    ],
    [
      'NaN of which one is counted as missing too',
      { count: 10, n: 8, count_null: 1, count_nan: 2 },
      {},
      [
        { kind: 'null', target: { count: 1, share: 0.1 }, baseline: null },
        { kind: 'nan', target: { count: 1, share: 0.1 }, baseline: null },
      ],
    ],
    ['a side without a number of rows', { count_inf: 1 }, { count: 0, count_inf: 1 }, []],
    [
      'more than rows',
      { count: 1, count_inf: 5 },
      { count: 1, count_inf: -1 },
      [{ kind: 'inf', target: { count: 5, share: 1 }, baseline: null }],
    ],
  ])('%s', (_, target, baseline, expected) => {
    expect(specialValues(side(target), side(baseline))).toEqual(expected);
  });

  it('come in one order, and of absent sides there are none', () => {
    const all = side({ count: 10, count_inf: 1, count_null: 2, count_nan: 3 });
    expect(specialValues(all, null).map(({ kind }) => kind)).toEqual(['null', 'nan', 'inf']);
    expect(specialValues(null, null)).toEqual([]);
  });

  it.each([
    [{ count: 8, count_null: 2 }, 0.25],
    [{ count: 8, count_null: 0 }, 0],
    [{ count: 8 }, null],
    [{ count: 0, count_null: 0 }, null],
  ])('the share of nulls of %p is %p', (facts, share) => {
    expect(nullShare(side(facts))).toBe(share);
  });
});
