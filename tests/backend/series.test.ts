import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { BackEnd } from './back-end.ts';
import { seriesOf, startBackEnd } from './back-end.ts';
import { customOf, noticesOf } from './frame-meta.ts';

const count = { kind: 'metric', datasetId: 'flights', metric: 'count', columns: { include: ['dep_delay'] } };
const dayMs = 86_400_000;
const asRule = { headers: { FromAlert: 'true' } };

/** Departures, from the raw rows: of the months of 2013, and of some days in March. */
const rowsOfMonths = [27004, 24951, 28834, 28330, 28796, 28243, 29425, 29327, 27574, 28889, 27268, 28135];
const rowsOfDays = { '2013-03-07': 980, '2013-03-08': 979, '2013-03-09': 765 };

const days = (fromDay: string, toTime: string) => ({ fromMs: Date.parse(fromDay), toMs: Date.parse(toTime) });

jest.setTimeout(30_000);

let backEnd: BackEnd;
beforeAll(async () => {
  backEnd = await startBackEnd(unpackFlights());
});
afterAll(() => backEnd.stop());

async function ask(model: object, query: object, options = {}) {
  const { status, error, frames } = await backEnd.ask({ ...count, ...model }, query, options);
  expect({ status, error }).toEqual({ status: 200, error: '' });
  const values = Object.fromEntries(seriesOf(frames).get('dep_delay overall') ?? []);
  return { values, frames, granularities: frames.map((frame) => customOf(frame)['granularity']) };
}

describe('a series of the whole year', () => {
  it.each([
    { metric: 'stddev' },
    { metric: 'unique_est_ratio' },
    { metric: 'psi', baseline: { type: 'TrailingWindow', size: 7 } },
    { metric: 'hellinger', baseline: { type: 'Reference', profileId: 'january' } },
  ])('has the values that its days and weeks have alone, of one column or all: %j', async (model) => {
    const year = (await ask({ ...model, columns: { include: ['*'] } }, {})).values;
    for (const day of ['2013-01-05', '2013-03-08', '2013-10-31', '2013-12-31']) {
      const fromMs = Date.parse(day);
      const alone = (await ask(model, { fromMs, toMs: fromMs + dayMs })).values;
      const inWeek = (await ask(model, { fromMs: fromMs - 6 * dayMs, toMs: fromMs + dayMs })).values;
      expect(alone[day]).not.toBeNull();
      // To the last bit.
      expect([inWeek[day], year[day]]).toEqual([alone[day], alone[day]]);
    }
    expect(Object.keys(year).length).toBe(365);
  });
});

describe('a series with more batches than the panel has points', () => {
  const months = Object.fromEntries(
    rowsOfMonths.map((rows, i) => [new Date(Date.UTC(2013, i, 1)).toISOString().slice(0, 10), rows])
  );

  it.each([
    [365, 'daily', 365],
    [364, 'weekly', 53],
    [53, 'weekly', 53],
    [52, 'monthly', 12],
    [12, 'monthly', 12],
    [11, 'quarterly', 4],
    [4, 'quarterly', 4],
    [3, 'yearly', 1],
    [1, 'yearly', 1],
  ])('of %d points is %s, and no departure is lost', async (maxDataPoints, granularity, points) => {
    const { values, frames, granularities } = await ask({}, { maxDataPoints });
    expect(granularities).toEqual([granularity]);
    expect(Object.keys(values).length).toBe(points);
    expect(Object.values(values).reduce<number>((sum, rows) => sum + (rows ?? 0), 0)).toBe(336_776);
    expect(noticesOf(frames)).toEqual(
      granularity === 'daily'
        ? []
        : [`shown in ${granularity} batches: the range holds more daily ones than the panel's ${maxDataPoints} points`]
    );
  });

  it('has the rows of each month', async () => {
    expect((await ask({}, { maxDataPoints: 12 })).values).toEqual(months);
  });

  it('has the values that the coarser granularity has', async () => {
    const metrics = ['mean', 'median', 'unique_est', 'hellinger'];
    for (const metric of metrics) {
      const coarsened = await ask({ metric }, { maxDataPoints: 12 });
      const asked = await ask({ metric, granularity: 'monthly' }, {});
      expect(coarsened.values).toEqual(asked.values);
      expect(Object.values(coarsened.values).filter((value) => value !== null).length).toBeGreaterThanOrEqual(11);
      // The first month has none before it; nothing is said of coarser batches where they were asked for.
      const lacking = '1 of 12 batches have no baseline to be compared with; their distance is null';
      expect(noticesOf(asked.frames)).toEqual(metric === 'hellinger' ? [lacking] : []);
    }
  });
});

describe('the last batch, while it is not complete', () => {
  const untilNoon = days('2013-03-07', '2013-03-09T12:00:00Z');
  const complete = Object.fromEntries(Object.entries(rowsOfDays).filter(([day]) => day !== '2013-03-09'));

  it('is shown to a person, with a notice', async () => {
    const { values, frames } = await ask({ asOf: '2013-03-09T12:00:00Z' }, untilNoon);
    expect(values).toEqual(rowsOfDays);
    expect(noticesOf(frames)).toEqual(['the last batch is not complete yet']);
  });

  it('is shown without one when it has become complete', async () => {
    const { values, frames } = await ask({ asOf: '2013-03-10' }, untilNoon);
    expect(values).toEqual(rowsOfDays);
    expect(noticesOf(frames)).toEqual([]);
  });

  it('is kept from a rule', async () => {
    const { values, frames } = await ask({}, untilNoon, asRule);
    expect(values).toEqual(complete);
    expect(noticesOf(frames)).toEqual([]);
  });

  it('is given to a rule from the moment it is complete', async () => {
    expect((await ask({}, days('2013-03-07', '2013-03-10T00:00:00Z'), asRule)).values).toEqual(rowsOfDays);
    expect((await ask({}, days('2013-03-07', '2013-03-09T23:59:59.999Z'), asRule)).values).toEqual(complete);
  });

  it('leaves a rule about nothing else without a row', async () => {
    const { frames } = await ask({}, days('2013-03-09', '2013-03-09T12:00:00Z'), asRule);
    expect(frames.map(({ meta, length }) => [meta['type'], length])).toEqual([['timeseries-multi', 0]]);
  });
});
