import { FrequentItemsBuilder, HllBuilder, KllBuilder } from '../sketch/index.ts';
import { columnMetric, type ColumnMetricName, columnMetricNames, columnQuantile } from './column-metric.ts';
import { type ColumnProfile, emptyColumnProfile } from './column-profile.ts';

function kllOf(...values: readonly number[]) {
  const builder = new KllBuilder(256, 1);
  for (const value of values) builder.update(value);
  return builder.toSketch();
}

const hll = new HllBuilder();
for (const value of [1, 2, 3]) hll.updateInteger(value);

/** Ten rows: two nulls, integers 1, 2, 3, 10 and texts. */
const mixed: ColumnProfile = {
  ...emptyColumnProfile,
  counts: { n: 10, null: 2, nan: 0, inf: 0, true: 0 },
  types: { integral: 4, fractional: 0, boolean: 0, string: 4, object: 0, tensor: 0 },
  distribution: { mean: 4, m2: 50, kll: kllOf(1, 2, 3, 10) },
  cardinality: hll.toSketch(),
  frequentItems: new FrequentItemsBuilder().toSketch(),
};

test.each<[ColumnMetricName, number | null]>([
  ['count', 10],
  ['count_null', 2],
  ['count_bool', 0],
  ['count_integral', 4],
  ['count_fractional', 0],
  ['count_string', 4],
  ['count_object', 0],
  ['count_null_ratio', 0.2],
  ['count_bool_ratio', 0],
  ['count_integral_ratio', 0.4],
  ['count_fractional_ratio', 0],
  ['count_string_ratio', 0.4],
  ['count_object_ratio', 0],
  ['mean', 4],
  // Over the four numbers: the nulls and texts do not thin it out.
  ['stddev', Math.sqrt(50 / 3)],
  ['min', 1],
  ['max', 10],
])('%s of mixed rows', (name, value) => {
  expect(columnMetric(mixed, name)).toBe(value);
});

test('distinct values with bounds', () => {
  expect(columnMetric(mixed, 'unique_est')).toBeCloseTo(3, 6);
  expect(columnMetric(mixed, 'unique_est_ratio')).toBeCloseTo(0.3, 7);
  expect(columnMetric(mixed, 'unique_lower')).toBe(3);
  expect(columnMetric(mixed, 'unique_upper')).toBeCloseTo(3.00015, 5);
});

test.each(columnMetricNames)('%s of a column of which nothing is known is null', (name) => {
  expect(columnMetric(emptyColumnProfile, name)).toBeNull();
});

test.each<ColumnMetricName>(['mean', 'stddev', 'min', 'max'])(
  '%s of no numbers is null, whatever is stored',
  (name) => {
    const texts = { ...mixed, distribution: { mean: 0, m2: 0, kll: kllOf() } };
    expect(columnMetric(texts, name)).toBeNull();
    expect(columnQuantile(texts, 0.5)).toBeNull();
  }
);

test('one number has no spread', () => {
  const single = { ...mixed, distribution: { mean: 7, m2: 0, kll: kllOf(7) } };
  expect(columnMetric(single, 'stddev')).toBe(0);
});

test('moments that the file does not say are null', () => {
  const unsaid = { ...mixed, distribution: { mean: null, m2: null, kll: kllOf(7, 8) } };
  expect([columnMetric(unsaid, 'mean'), columnMetric(unsaid, 'stddev')]).toEqual([null, null]);
  expect(columnMetric(unsaid, 'min')).toBe(7);
});

test('infinite and undefined values of the data stay what they are', () => {
  const infinite = { ...mixed, distribution: { mean: Infinity, m2: NaN, kll: kllOf(1, Infinity) } };
  expect([columnMetric(infinite, 'mean'), columnMetric(infinite, 'stddev')]).toEqual([Infinity, NaN]);
  expect(columnMetric(infinite, 'max')).toBe(Infinity);
});

test.each<[string, ColumnProfile]>([
  ['no rows', { ...mixed, counts: { n: 0, null: 0, nan: 0, inf: 0, true: 0 } }],
  ['unknown rows', { ...mixed, counts: { n: null, null: 1, nan: null, inf: null, true: null } }],
])('ratios of %s are null', (_, column) => {
  for (const name of columnMetricNames) {
    if (name.endsWith('_ratio')) expect(columnMetric(column, name)).toBeNull();
  }
});

test('theta sketches of numbers and texts add up where there is no HLL, and have no bounds', () => {
  const old = {
    ...mixed,
    cardinality: null,
    theta: [
      { estimate: 3, theta: 1, count: 3 },
      { estimate: 2, theta: 1, count: 2 },
    ],
  };
  expect([columnMetric(old, 'unique_est'), columnMetric(old, 'unique_est_ratio')]).toEqual([5, 0.5]);
  expect([columnMetric(old, 'unique_lower'), columnMetric(old, 'unique_upper')]).toEqual([null, null]);
});

// By hand: position floor(rank · 4) of 1, 2, 3, 10.
test.each<[number, number]>([
  [0, 1],
  [0.24, 1],
  [0.25, 2],
  [0.5, 3],
  [0.75, 10],
  [0.99, 10],
  [1, 10],
])('quantile %d', (rank, value) => {
  expect(columnQuantile(mixed, rank)).toBe(value);
});
