import { createDataFrame, FieldType } from '@grafana/data';
import { readDistribution, sharesOf, sidesOf, totalOf } from './columns.ts';

function frame(fields: Readonly<Record<string, readonly unknown[]>>) {
  return createDataFrame({
    fields: Object.entries(fields).map(([name, values]) => ({ name, type: FieldType.number, values: [...values] })),
  });
}

describe('a distribution', () => {
  it.each([
    ['both fields', { target: [1, 3], target_share: [0.2, 0.8] }, [1, 3], [0.2, 0.8]],
    ['counts alone', { target: [1, 3] }, [1, 3], [0.25, 0.75]],
    ['shares alone', { target_share: [0.2, 0.8] }, null, [0.2, 0.8]],
    ['no value', { target: [0, 0] }, [0, 0], [0, 0]],
  ])('of %s', (_, fields, counts, shares) => {
    expect(readDistribution(frame(fields), 'target')).toEqual({
      counts: counts && Float64Array.from(counts),
      shares: Float64Array.from(shares),
    });
  });

  it.each([
    ['no field', {}],
    ['another field', { baseline: [1] }],
    ['nothing but nulls', { target: [null, null] }],
  ])('of %s is none', (_, fields) => {
    expect(readDistribution(frame(fields), 'target')).toBeNull();
  });

  it.each([[[1, -1]], [[1, null]], [[1, NaN]], [[Infinity, 1]], [['1', 2]]])('of %p is invalid', (target) => {
    expect(readDistribution(frame({ target }), 'target')).toBe('invalid');
    expect(readDistribution(frame({ target_share: target }), 'target')).toBe('invalid');
  });
});

describe('shares', () => {
  it.each([
    [[], []],
    [[0], [0]],
    [[5], [1]],
    [
      [1, 1, 2],
      [0.25, 0.25, 0.5],
    ],
    // Their sum is no finite number.
    [
      [1.5e308, 1.5e308],
      [0.5, 0.5],
    ],
  ])('of %p are %p', (counts, shares) => {
    expect([...sharesOf(Float64Array.from(counts))]).toEqual(shares);
  });
});

describe('sides', () => {
  const some = { counts: null, shares: Float64Array.of(1) };
  const none = { counts: null, shares: Float64Array.of(0) };

  it.each([
    [some, some, { target: some, baseline: some }],
    [some, none, { target: some, baseline: null }],
    [some, null, { target: some, baseline: null }],
    [none, some, { target: null, baseline: some }],
    [null, some, { target: null, baseline: some }],
    [none, none, null],
    [null, null, null],
  ])('without a value are absent (%#)', (target, baseline, sides) => {
    expect(sidesOf(target, baseline)).toEqual(sides);
  });

  it('have as many values as their counts', () => {
    expect([totalOf(null), totalOf(some), totalOf({ ...some, counts: Float64Array.of(3, 4) })]).toEqual([
      null,
      null,
      7,
    ]);
  });
});
