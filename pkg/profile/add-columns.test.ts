import { HllBuilder, KllBuilder, FrequentItemsBuilder, quantile, sortedView } from '../sketch/index.ts';
import { addColumns } from './add-columns.ts';
import { columnMetric } from './column-metric.ts';
import { type ColumnProfile, emptyColumnProfile } from './column-profile.ts';

/** The column of a batch that held these integers. */
function batch(...values: readonly number[]): ColumnProfile {
  const kll = new KllBuilder(256, 1);
  const hll = new HllBuilder();
  const items = new FrequentItemsBuilder();
  for (const value of values) {
    kll.update(value);
    hll.updateInteger(value);
    items.update(String(value));
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  return {
    ...emptyColumnProfile,
    counts: { n: values.length + 1, null: 1, nan: null, inf: null, true: 0 },
    types: { integral: values.length, fractional: 0, boolean: 0, string: 0, object: 0, tensor: null },
    distribution: { mean, m2: values.reduce((sum, value) => sum + (value - mean) ** 2, 0), kll: kll.toSketch() },
    ints:
      values.length === 0
        ? { min: null, max: null }
        : { min: BigInt(Math.min(...values)), max: BigInt(Math.max(...values)) },
    cardinality: hll.toSketch(),
    frequentItems: items.toSketch(),
  };
}

test('a window says what its rows say', () => {
  const window = addColumns([batch(1, 2), batch(), batch(2, 30), batch(3)]);
  expect(window.counts).toEqual({ n: 9, null: 4, nan: null, inf: null, true: 0 });
  expect(window.types?.integral).toBe(5);
  expect(window.ints).toEqual({ min: 1n, max: 30n });
  // Of 1, 2, 2, 3, 30 by hand.
  expect(columnMetric(window, 'mean')).toBeCloseTo(7.6, 12);
  expect(columnMetric(window, 'stddev')).toBeCloseTo(Math.sqrt(629.2 / 4), 12);
  expect([columnMetric(window, 'min'), columnMetric(window, 'max')]).toEqual([1, 30]);
  expect(quantile(sortedView([window.distribution!.kll]), 0.5, 'classic')).toBe(2);
  expect(columnMetric(window, 'unique_est')).toBeCloseTo(4, 5);
  expect(window.frequentItems?.items.find(({ value }) => value === '2')?.weight).toBe(2);
});

test('metrics that some batches lack are those of the others', () => {
  const { counts } = batch(1);
  const window = addColumns([emptyColumnProfile, { ...emptyColumnProfile, counts }, emptyColumnProfile]);
  expect(window).toEqual({ ...emptyColumnProfile, counts });
});

test('no batch, no window', () => {
  expect(addColumns([])).toEqual(emptyColumnProfile);
});
