import {
  addColumns,
  bytesSource,
  columnMetric,
  columnMetricNames,
  decodeColumn,
  inferredType,
  isDiscrete,
  openProfiles,
} from '../profile/index.ts';
import { profileOf } from './testing/ask.ts';
import { windowTotals } from './window-totals.ts';

async function batch(values: readonly (number | string | null)[]) {
  const rows = values.map((a) => ({ a }));
  const [profile] = await openProfiles(bytesSource('x', profileOf('2013-03-08', rows)));
  const raw = await profile?.readColumn('a');
  if (!raw) {
    throw new Error('there is no column');
  }
  return decodeColumn(raw);
}

it.each<[string, readonly (readonly (number | string | null)[])[]]>([
  ['no batch', []],
  ['one', [[1, 2.5, null]]],
  [
    'batches of numbers',
    [
      [1, 2, 3],
      [0.1, -4, null],
      [Infinity, 7, 7],
    ],
  ],
  ['numbers and nothing', [[null, null], [5]]],
  [
    'texts',
    [
      ['x', 'y'],
      ['x', null],
    ],
  ],
  ['many numbers', [Array.from({ length: 5000 }, (_, i) => Math.sqrt(i)), Array.from({ length: 3000 }, (_, i) => i)]],
])('the totals of %s are those of the sum, in every bit', async (_, values) => {
  const columns = await Promise.all(values.map(batch));
  const [totals, sum] = [windowTotals(columns), addColumns(columns)];
  for (const name of columnMetricNames) {
    expect([name, columnMetric(totals, name)]).toEqual([name, columnMetric(sum, name)]);
  }
  expect(totals.counts).toEqual(sum.counts);
  expect(inferredType(totals)).toEqual(inferredType(sum));
  expect(isDiscrete(totals)).toBe(isDiscrete(sum));
});
