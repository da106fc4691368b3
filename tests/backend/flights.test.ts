import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { BackEnd } from './back-end.ts';
import { seriesOf, startBackEnd } from './back-end.ts';

const data = join(__dirname, '..', 'data', 'flights');

interface Summary {
  readonly days: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | null>>>>>>;
}

/** Analyzer and column, then day, then the value or a record with it. */
type Analyses<Value> = Readonly<Record<string, Readonly<Record<string, Value>>>>;

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(data, name), 'utf8'));
}

/** whylogs' summary keys and the metrics that say the same. */
const metrics: Readonly<Record<string, string>> = {
  'counts/n': 'count',
  'counts/null': 'count_null',
  'types/boolean': 'count_bool',
  'types/integral': 'count_integral',
  'types/fractional': 'count_fractional',
  'types/string': 'count_string',
  'types/object': 'count_object',
  'distribution/mean': 'mean',
  'distribution/stddev': 'stddev',
  'distribution/min': 'min',
  'distribution/max': 'max',
  'distribution/q_01': 'quantile_1',
  'distribution/q_05': 'quantile_5',
  'distribution/q_10': 'quantile_10',
  'distribution/q_25': 'quantile_25',
  'distribution/median': 'median',
  'distribution/q_75': 'quantile_75',
  'distribution/q_90': 'quantile_90',
  'distribution/q_95': 'quantile_95',
  'distribution/q_99': 'quantile_99',
  'cardinality/est': 'unique_est',
  'cardinality/lower_1': 'unique_lower',
  'cardinality/upper_1': 'unique_upper',
};

/** whylogs writes a mean and a deviation of 0 for a column without numbers; here such a value is absent. */
const absentWithoutNumbers = new Set(['mean', 'stddev']);

const dayMs = 86_400_000;
let backEnd: BackEnd;

beforeAll(async () => {
  backEnd = await startBackEnd(unpackFlights());
});

afterAll(() => backEnd.stop());

describe('the flights of 2013, through gRPC', () => {
  // Files of this repository, in the shape that their README says.
  const summary = read('expected.json') as Summary;

  describe.each(Object.entries(summary.days))('%s, three airports merged', (day, columns) => {
    it.each(Object.entries(metrics))('%s is what whylogs finds, for every column', async (key, metric) => {
      const fromMs = Date.parse(day);
      const answer = await backEnd.ask(
        { kind: 'metric', datasetId: 'flights', metric },
        { fromMs, toMs: fromMs + dayMs }
      );
      expect(answer).toMatchObject({ status: 200, error: '' });
      const found = seriesOf(answer.frames);
      expect([...found.keys()].sort()).toEqual(
        Object.keys(columns)
          .sort()
          .map((column) => `${column} overall`)
      );
      for (const [column, expected] of Object.entries(columns)) {
        const value = found.get(`${column} overall`)?.get(day);
        const hasNumbers = (expected['distribution/n'] ?? 0) > 0;
        const wanted = absentWithoutNumbers.has(metric) && !hasNumbers ? null : (expected[key] ?? null);
        if (wanted === null || value === null || value === undefined) {
          expect([column, value ?? null]).toEqual([column, wanted]);
        } else {
          expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
        }
      }
    });
  });

  describe.each([
    ['overall', 'expected-analyzers.json', []],
    ['origin=JFK', 'expected-analyzers-jfk.json', [{ tags: [{ key: 'origin', value: 'JFK' }] }]],
  ])('drift from the seven days before, %s', (segment, file, segments) => {
    const expected = read(file) as Analyses<number>;
    const model = {
      kind: 'metric',
      datasetId: 'flights',
      metric: 'hellinger',
      baseline: { type: 'TrailingWindow', size: 7 },
      segments,
    };

    it.each([
      ['dep_delay', 'hellinger histogram dep_delay, TrailingWindow 7', 0.02],
      ['carrier', 'hellinger frequent_items carrier, TrailingWindow 7', 1e-9],
    ])('%s is within the tolerance of the value from the rows on every day', async (column, key, tolerance) => {
      const answer = await backEnd.ask({ ...model, columns: { include: [column] } });
      const values = seriesOf(answer.frames).get(`${column} ${segment}`);
      const days = Object.entries(expected[key] ?? {});
      expect(days.length).toBe(358);
      const wrong = days.filter(
        ([day, wanted]) => Math.abs((values?.get(day) ?? NaN) - wanted) > tolerance || values?.get(day) === null
      );
      expect(wrong).toEqual([]);
    });
  });

  it('gives the share of cancelled flights exactly, every day', async () => {
    const expected = read('expected-analyzers.json') as Analyses<{ readonly value: number }>;
    const days = Object.entries(expected['stddev count_null_ratio dep_delay, factor 3, TrailingWindow 14'] ?? {});
    const answer = await backEnd.ask({
      kind: 'metric',
      datasetId: 'flights',
      metric: 'count_null_ratio',
      columns: { include: ['dep_delay'] },
    });
    const values = seriesOf(answer.frames).get('dep_delay overall');
    expect(days.length).toBe(351);
    for (const [day, { value }] of days) {
      expect(values?.get(day)).toBeCloseTo(value, 12);
    }
  });

  describe.each(Object.entries(summary.days))('a profile of %s', (day, columns) => {
    it('has each departure in a bin, the distance of the metric and the shares of it', async () => {
      const model = {
        datasetId: 'flights',
        baseline: { type: 'TrailingWindow', size: 7 },
        columns: { include: ['dep_delay'] },
      };
      // The range is another day.
      const elsewhere = { fromMs: 0, toMs: dayMs };
      const shown = await backEnd.ask({ ...model, kind: 'profile', batch: String(Date.parse(day)) }, elsewhere);
      const [histogram, shares] = shown.frames;
      expect(shown.frames.map(({ meta }) => meta['type'])).toEqual([
        'driftglass-histogram',
        'driftglass-contributions',
      ]);
      const sum = (name: string, frame = histogram): number =>
        (frame?.fields.find((field) => field.name === name)?.values ?? []).reduce<number>(
          (all, one) => all + Number(one),
          0
        );
      const departed = columns['dep_delay'];
      expect(sum('target')).toBe((departed?.['counts/n'] ?? 0) - (departed?.['counts/null'] ?? 0));
      expect(sum('target_share')).toBeCloseTo(1, 12);
      expect(sum('contribution', shares)).toBeCloseTo(1, 12);
      const fromMs = Date.parse(day);
      const series = await backEnd.ask(
        { ...model, kind: 'metric', metric: 'hellinger' },
        { fromMs, toMs: fromMs + dayMs }
      );
      const distance = seriesOf(series.frames).get('dep_delay overall')?.get(day);
      expect(distance).toBeGreaterThan(0);
      expect(histogram?.meta['custom']).toMatchObject({ distance, binning: 'whole_numbers', verdict: 'not-judged' });
    });
  });
});
