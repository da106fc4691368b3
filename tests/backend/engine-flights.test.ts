import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { BackEnd } from './back-end.ts';
import { seriesOf, startBackEnd } from './back-end.ts';

const data = join(__dirname, '..', 'data', 'flights');

interface Bounds {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly alert: boolean;
}

/** Analyzer and column, then day, then what the raw rows say. */
interface Expected {
  readonly 'hellinger histogram dep_delay, TrailingWindow 7': Readonly<Record<string, number>>;
  readonly 'hellinger frequent_items carrier, TrailingWindow 7': Readonly<Record<string, number>>;
  readonly 'stddev count_null_ratio dep_delay, factor 3, TrailingWindow 14': Readonly<Record<string, Bounds>>;
}

// Files of this repository, in the shape that their README says.
const read = (name: string) => JSON.parse(readFileSync(join(data, name), 'utf8')) as Expected;

let backEnd: BackEnd;

beforeAll(async () => {
  backEnd = await startBackEnd(unpackFlights());
});

afterAll(() => backEnd.stop());

/** The series of an analyzer by their labels `series`, as days and values. */
async function series(
  analyzerId: string,
  segments: object
): Promise<ReadonlyMap<string, ReadonlyMap<string, number | null>>> {
  const { frames } = await backEnd.ask({ kind: 'analysis', datasetId: 'flights', analyzerId, ...segments });
  return new Map(
    frames.map((frame) => {
      const name = String(frame.fields[1]?.labels['series']);
      const [points] = seriesOf([frame]).values();
      return [name, points ?? new Map<string, number | null>()];
    })
  );
}

const whole = { segments: [{ tags: [] }] };
const jfk = { segments: [{ tags: [{ key: 'origin', value: 'JFK' }] }] };

describe.each([
  ['all airports', whole, read('expected-analyzers.json')],
  ['JFK', jfk, read('expected-analyzers-jfk.json')],
] as const)('the document of the flights, %s', (_, segments, expected) => {
  test.each([
    ['departure-delay-drift', expected['hellinger histogram dep_delay, TrailingWindow 7'], 0.3, 0.02],
    // Exact: fewer airlines than the sketch holds.
    ['carrier-drift', expected['hellinger frequent_items carrier, TrailingWindow 7'], 0.2, 1e-9],
  ] as const)('%s is what the rows say on every day', async (analyzer, days, threshold, tolerance) => {
    const found = await series(analyzer, segments);
    expect(Object.keys(days)).toHaveLength(358);
    for (const [day, distance] of Object.entries(days)) {
      expect(Math.abs((found.get('value')?.get(day) ?? NaN) - distance)).toBeLessThan(tolerance);
      expect(found.get('upper')?.get(day)).toBe(threshold);
      if (Math.abs(distance - threshold) > tolerance) {
        expect(found.get('verdict')?.get(day)).toBe(distance > threshold ? 1 : 0);
      }
    }
    // The first week has no whole window before it.
    expect(found.get('verdict')?.get('2013-01-07')).toBeNull();
  });

  test('cancelled-flights has the bounds and the alerts that the rows give', async () => {
    const found = await series('cancelled-flights', segments);
    const days = Object.entries(expected['stddev count_null_ratio dep_delay, factor 3, TrailingWindow 14']);
    expect(days).toHaveLength(351);
    for (const [day, { value, lower, upper, alert }] of days) {
      expect(found.get('value')?.get(day)).toBeCloseTo(value, 9);
      // The document's minLowerThreshold: no share is below 0.
      expect(found.get('lower')?.get(day)).toBeCloseTo(Math.max(0, lower), 9);
      expect(found.get('upper')?.get(day)).toBeCloseTo(upper, 9);
      expect(found.get('verdict')?.get(day)).toBe(alert ? 1 : 0);
    }
  });
});
