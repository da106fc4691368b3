import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecodedFrame, QueryAnswer } from '../../pkg/grafana/index.ts';
import { dayText, replayedDay } from '../../pkg/command/index.ts';
import { makeReplayedStore } from '../../scripts/demo/replay-flights.ts';
import type { BackEnd } from '../backend/back-end.ts';
import { startBackEnd } from '../backend/back-end.ts';
import { readJson } from '../../scripts/lib/layout.ts';
import { expressions, type Rule, rules } from './files.ts';

// Back ends are started and stores are copied here, on machines that do other things too.
jest.setTimeout(60_000);

const day = 86_400_000;
const todayMs = Math.floor(Date.now() / day) * day;
const airports = ['EWR', 'JFK', 'LGA'];

/** Asks what a rule asks, all at once, as Grafana does when it evaluates the rule. */
function evaluate(
  backEnd: BackEnd,
  { data }: Rule,
  atMs: number,
  change: (model: object) => object = (model) => model
): Promise<ReadonlyMap<string, QueryAnswer>> {
  const queries = data
    .filter(({ datasourceUid }) => datasourceUid !== expressions)
    .map(({ refId, relativeTimeRange: { from, to }, model }) => ({
      refId,
      model: change(model),
      fromMs: atMs - from * 1000,
      toMs: atMs - to * 1000,
    }));
  return backEnd.askAll(queries, { headers: { FromAlert: 'true' }, timeoutMs: 30_000 });
}

/** The one number of each label set: what Grafana calls numeric, and needs no expression. */
function numbers(frames: readonly DecodedFrame[]) {
  return frames.map(({ meta, fields, length }) => {
    expect([meta['type'], fields.length, length]).toEqual(['numeric-multi', 1, 1]);
    return { labels: fields[0]?.labels ?? {}, value: fields[0]?.values[0] };
  });
}

/** The verdict at each airport at the end of a day of 2013. */
async function verdicts(backEnd: BackEnd, rule: Rule, day2013: string): Promise<readonly unknown[]> {
  const shown = replayedDay(Date.parse(day2013), todayMs);
  const answer = (await evaluate(backEnd, rule, shown + day + 3_600_000)).get('verdict');
  expect([answer?.status, answer?.error]).toEqual([200, '']);
  return numbers(answer?.frames ?? []).map(({ value }) => value);
}

describe.each(rules())('$title', (rule) => {
  let backEnd: BackEnd;
  beforeAll(async () => {
    backEnd = await startBackEnd(makeReplayedStore());
  });
  afterAll(() => backEnd.stop());

  test('gives one number for each airport, today and to be said in the message', async () => {
    const answers = await evaluate(backEnd, rule, todayMs + 9 * 3_600_000);
    const condition = numbers(answers.get('verdict')?.frames ?? []);
    expect(condition.map(({ labels }) => labels['tag_origin'])).toEqual(airports);
    for (const { value } of condition) {
      expect([0, 1]).toContain(value);
    }
    for (const [refId, { status, error, frames }] of answers) {
      expect([refId, status, error]).toEqual([refId, 200, '']);
      // Equal labels are what lets a template find the value of its alert.
      expect(numbers(frames).map(({ labels }) => labels)).toEqual(condition.map(({ labels }) => labels));
      for (const { value } of numbers(frames)) {
        expect(Number.isFinite(value)).toBe(true);
      }
    }
    const batches = numbers(answers.get('batch')?.frames ?? []);
    expect(batches.map(({ value }) => value)).toEqual(airports.map(() => todayMs - day));
  });

  test('labels are unique, valid for Prometheus, not empty, and the same at every evaluation', async () => {
    const [first, second] = await Promise.all(
      [0, 12 * 3_600_000].map(async (ms) =>
        numbers((await evaluate(backEnd, rule, todayMs + ms)).get('verdict')?.frames ?? [])
      )
    );
    const labels = (first ?? []).map((each) => each.labels);
    expect(new Set(labels.map((each) => JSON.stringify(each))).size).toBe(airports.length);
    for (const [name, value] of labels.flatMap((each) => Object.entries(each))) {
      expect(name).toMatch(/^[a-zA-Z_][a-zA-Z0-9_]*$/);
      expect(name.startsWith('__')).toBe(false);
      expect(value).not.toBe('');
    }
    expect(second?.map((each) => each.labels)).toEqual(labels);
  });

  test('is an error, never a verdict, when the newest profile of an airport cannot be read', async () => {
    const store = mkdtempSync(join(tmpdir(), 'driftglass-alert-'));
    cpSync(join(makeReplayedStore(), 'flights'), join(store, 'flights'), { recursive: true });
    const newest = join(store, 'flights', dayText(todayMs - day));
    const [profile = ''] = readdirSync(newest).sort();
    writeFileSync(join(newest, profile), 'cut off');
    const broken = await startBackEnd(store);
    try {
      const { status, error, frames } = (await evaluate(broken, rule, todayMs + 3_600_000)).get('verdict') ?? {};
      expect([status, frames]).toEqual([503, []]);
      expect(error).toContain(profile);
    } finally {
      await broken.stop();
      rmSync(store, { recursive: true });
    }
  });

  test.each<[string, object, string]>([
    ['the dataset is not there', { datasetId: 'trains' }, 'the store has no dataset "trains"'],
    ['the analyzer is not there', { analyzerId: 'gone' }, 'has no analyzer "gone"'],
    ['a variable was left in the model', { datasetId: '$dataset' }, 'the variable $dataset was not replaced'],
  ])('is an error, never a verdict, when %s', async (_, change, text) => {
    const answers = await evaluate(backEnd, rule, todayMs, (model) => ({ ...model, ...change }));
    expect(answers.size).toBeGreaterThan(3);
    for (const { status, error, frames } of answers.values()) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(error).toContain(text);
      expect(frames).toEqual([]);
    }
  });

  test('is an error, never a verdict, when the store is not there', async () => {
    const store = mkdtempSync(join(tmpdir(), 'driftglass-alert-'));
    const empty = await startBackEnd(store);
    rmSync(store, { recursive: true });
    try {
      for (const { status, frames } of (await evaluate(empty, rule, todayMs)).values()) {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(frames).toEqual([]);
      }
    } finally {
      await empty.stop();
    }
  });

  test('is null, which Grafana calls no data, when the newest batch is too old', async () => {
    const late = await evaluate(backEnd, rule, todayMs + 3 * day);
    expect(numbers(late.get('verdict')?.frames ?? []).map(({ value }) => value)).toEqual([null, null, null]);
  });
});

/** What the raw rows of JFK say of each day; tests/data/README.md. */
const expected = readJson(join(__dirname, '..', 'data', 'flights', 'expected-analyzers-jfk.json')) as {
  readonly 'hellinger histogram dep_delay, TrailingWindow 7': Readonly<Record<string, number>>;
  readonly 'stddev count_null_ratio dep_delay, factor 3, TrailingWindow 14': Readonly<
    Record<string, { readonly alert: boolean }>
  >;
};

describe('JFK on days of 2013, from the raw rows', () => {
  let backEnd: BackEnd;
  beforeAll(async () => {
    backEnd = await startBackEnd(makeReplayedStore());
  });
  afterAll(() => backEnd.stop());

  // Quiet days and storms; none within the sketch's error of the threshold.
  const days = ['2013-02-06', '2013-02-08', '2013-02-11', '2013-03-01', '2013-03-06', '2013-03-08'];

  test.each(days)('%s', async (day2013) => {
    const distance = expected['hellinger histogram dep_delay, TrailingWindow 7'][day2013] ?? NaN;
    const cancelled = expected['stddev count_null_ratio dep_delay, factor 3, TrailingWindow 14'][day2013]?.alert;
    expect(Math.abs(distance - 0.3)).toBeGreaterThan(0.02);
    const said = await Promise.all(rules().map((rule) => verdicts(backEnd, rule, day2013)));
    expect(said.map((airport) => airport[airports.indexOf('JFK')])).toEqual([
      distance > 0.3 ? 1 : 0,
      cancelled ? 1 : 0,
    ]);
  });

  test('are both kinds of days for both rules', () => {
    const distances = days.map((each) => expected['hellinger histogram dep_delay, TrailingWindow 7'][each] ?? NaN);
    const alerts = days.map(
      (each) => expected['stddev count_null_ratio dep_delay, factor 3, TrailingWindow 14'][each]?.alert
    );
    expect(new Set(distances.map((distance) => distance > 0.3)).size).toBe(2);
    expect(new Set(alerts).size).toBe(2);
  });
});
