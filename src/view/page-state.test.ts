import { rangeOf } from './page-state.ts';
import type { ViewData } from './view-data.ts';

const [first, last] = [Date.UTC(2013, 0, 1), Date.UTC(2013, 11, 31)];

function range(extent: ViewData['facts']['extent'], time: { from: string; to: string }, from?: unknown, to?: unknown) {
  const view = { dashboard: { time }, facts: { extent } } as ViewData;
  const { from: start, to: end } = rangeOf(view, from, to);
  return [start.toISOString(), end.toISOString()];
}

const extent = { fromMs: first, toMs: last };
const lastWeek = { from: 'now-7d', to: 'now' };
const march = { from: '2013-03-01T00:00:00.000Z', to: '2013-03-31T00:00:00.000Z' };

test.each([
  ["the dashboard's", extent, march, undefined, ['2013-03-01T00:00:00.000Z', '2013-03-31T00:00:00.000Z']],
  [
    'that of the data, where the other is beside',
    extent,
    lastWeek,
    undefined,
    ['2013-01-01T00:00:00.000Z', '2013-12-31T00:00:00.000Z'],
  ],
  [
    'that of the address, even beside the data',
    extent,
    march,
    [0, 1000],
    ['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:01.000Z'],
  ],
  [
    'that of the address as texts',
    extent,
    march,
    [`${first}`, '2013-02-01T00:00:00Z'],
    ['2013-01-01T00:00:00.000Z', '2013-02-01T00:00:00.000Z'],
  ],
  ['before 1970', extent, march, ['-1000', '0'], ['1969-12-31T23:59:59.000Z', '1970-01-01T00:00:00.000Z']],
  ["the dashboard's, without data", null, march, undefined, ['2013-03-01T00:00:00.000Z', '2013-03-31T00:00:00.000Z']],
] as const)('%s', (_, data, time, address, expected) => {
  expect(range(data, time, ...(address ?? []))).toEqual(expected);
});

test('relative to now', () => {
  const [from, to] = range(null, lastWeek).map((text) => Date.parse(text));
  expect((to ?? 0) - (from ?? 0)).toBe(7 * 24 * 3600_000);
});
