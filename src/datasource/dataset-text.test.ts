import { counted, datasetText, rangeText } from './dataset-text.ts';
import { flights } from './testing/source.ts';

test.each([
  [0, '0 profiles'],
  [1, '1 profile'],
  [1204, '1,204 profiles'],
])('%d counted', (count, text) => {
  expect(counted(count, 'profile')).toBe(text);
});

const at = (first: number | null, last: number | null) => ({ ...flights, firstMs: first, lastMs: last });

test.each([
  [at(null, null), 'no profiles in time'],
  [at(0, 0), '1970-01-01'],
  [at(Date.parse('2013-03-08T01:00:00Z'), Date.parse('2013-03-08T23:59:59Z')), '2013-03-08'],
  [at(Date.parse('2013-01-01'), Date.parse('2013-12-31')), '2013-01-01 to 2013-12-31'],
  [at(-1, 9e15), '1969-12-31 to an impossible day'],
  [at(NaN, 0), 'an impossible day to 1970-01-01'],
])('the days of a dataset', (dataset, text) => {
  expect(rangeText(dataset)).toBe(text);
});

test('a dataset in one line', () => {
  expect(datasetText(flights)).toBe('365 profiles, 5,000 columns, 2013-01-01 to 2013-12-31, 1 reference profile');
  expect(datasetText({ ...flights, references: [] })).not.toContain('reference');
});
