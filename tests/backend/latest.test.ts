import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { DecodedFrame } from '../../pkg/grafana/index.ts';
import type { BackEnd } from './back-end.ts';
import { startBackEnd } from './back-end.ts';
import { customOf } from './frame-meta.ts';

const latest = {
  kind: 'metric',
  mode: 'latest',
  datasetId: 'flights',
  metric: 'count',
  columns: { include: ['dep_delay'] },
};
const byAirport = { segments: [{ tags: [{ key: 'origin', value: '*' }] }] };

/** Departures from EWR, JFK and LGA, from the raw rows. */
const departures = { '2013-03-07': [356, 318, 306], '2013-03-08': [354, 320, 305], '2013-12-31': [270, 283, 223] };

/** The number of each series in the order of the answer. */
function numbersOf(frames: readonly DecodedFrame[]): readonly unknown[] {
  expect(frames.map(({ meta, fields, length }) => [meta['type'], fields.length, length])).toEqual(
    frames.map(() => ['numeric-multi', 1, 1])
  );
  return frames.map(({ fields: [field] }) => field?.values[0]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b);
}

describe('the latest batch', () => {
  let backEnd: BackEnd;
  beforeAll(async () => {
    backEnd = await startBackEnd(unpackFlights());
  });
  afterAll(() => backEnd.stop());

  it.each([
    ['in the middle of a day: the day before', '2013-03-09T12:00:00Z', '2013-03-08'],
    ['at midnight: the day that has just ended', '2013-03-09T00:00:00Z', '2013-03-08'],
    ['a moment before: the one before it', '2013-03-08T23:59:59.999Z', '2013-03-07'],
    ['one day after the last of the data', '2014-01-01T12:00:00Z', '2013-12-31'],
    ['two days after: the last that may be called so', '2014-01-02T12:00:00Z', '2013-12-31'],
  ] as const)('%s', async (_, asOf, day) => {
    const { frames } = await backEnd.ask({ ...latest, ...byAirport, asOf });
    expect(numbersOf(frames)).toEqual(departures[day]);
    expect(frames.map((frame) => customOf(frame)['evaluationTimeMs'])).toEqual(frames.map(() => Date.parse(asOf)));
  });

  it.each(['2014-01-03T00:00:00Z', '2014-01-20T00:00:00Z'])(
    'is null at %s, when it is older than two buckets, under the labels it had',
    async (asOf) => {
      const before = await backEnd.ask({ ...latest, ...byAirport, asOf: '2014-01-02T23:00:00Z' });
      const { frames } = await backEnd.ask({ ...latest, ...byAirport, asOf });
      expect(numbersOf(frames)).toEqual([null, null, null]);
      expect(frames.map(({ fields: [field] }) => field?.labels)).toEqual(
        ['EWR', 'JFK', 'LGA'].map((origin) => ({
          dataset: 'flights',
          column: 'dep_delay',
          metric: 'count',
          segment: `origin=${origin}`,
          tag_origin: origin,
        }))
      );
      expect(frames.map(({ fields: [field] }) => field?.labels)).toEqual(
        before.frames.map(({ fields: [field] }) => field?.labels)
      );
    }
  );

  it('is no series any more when nothing came for a month', async () => {
    const { status, frames } = await backEnd.ask({ ...latest, asOf: '2014-03-01' });
    expect(status).toBe(200);
    expect(frames.map(({ meta, length }) => [meta['type'], length])).toEqual([['numeric-multi', 0]]);
  });

  it('has a distance, from the days before it', async () => {
    const distance = { kind: 'metric', metric: 'hellinger', datasetId: 'flights', columns: { include: ['carrier'] } };
    const { frames } = await backEnd.ask({ ...distance, mode: 'latest', asOf: '2013-03-09T12:00:00Z' });
    const series = await backEnd.ask(distance, { fromMs: Date.UTC(2013, 2, 8), toMs: Date.UTC(2013, 2, 9) });
    const [value] = numbersOf(frames);
    expect(value).toBeGreaterThan(0);
    expect(value).toBe(series.frames[0]?.fields[1]?.values[0]);
  });

  describe('for a rule', () => {
    const asRule = { headers: { FromAlert: 'true' } };

    it('is that of the end of its range, whatever asOf and the start of the range say', async () => {
      const toMs = Date.UTC(2013, 2, 9, 12);
      const query = { ...latest, asOf: '2013-06-01' };
      for (const fromMs of [0, toMs - 600_000, toMs, toMs + 1]) {
        const { status, frames } = await backEnd.ask(query, { fromMs, toMs }, asRule);
        expect(status).toBe(200);
        expect(numbersOf(frames)).toEqual([sum(departures['2013-03-08'])]);
      }
    });

    it('is null where there is none', async () => {
      const range = { fromMs: 0, toMs: Date.UTC(2014, 0, 3) };
      const { status, frames } = await backEnd.ask(latest, range, asRule);
      expect([status, numbersOf(frames)]).toEqual([200, [null]]);
    });
  });
});
