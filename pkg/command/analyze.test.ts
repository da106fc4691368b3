import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProfileWriter } from '../profile/index.ts';
import { runCommand } from './run-command.ts';

let store: string;

/** A day on which `rows` rows of one column were seen. */
function profile(day: string, rows: number): Uint8Array {
  const writer = new ProfileWriter({ datasetTimestampMs: Date.parse(day), creationTimestampMs: Date.parse(day) });
  for (let i = 0; i < rows; i += 1) {
    writer.log({ amount: i });
  }
  return writer.finish();
}

const analyzer = (id: string, config: object) => ({
  id,
  schedule: { type: 'fixed', cadence: 'daily' },
  targetMatrix: { type: 'column', include: ['amount'] },
  config,
});

const document = {
  orgId: 'org',
  datasetId: 'd',
  granularity: 'daily',
  analyzers: [
    analyzer('at-most-10', { type: 'fixed', metric: 'count', upper: 10 }),
    analyzer('as-yesterday', {
      type: 'diff',
      metric: 'count',
      mode: 'abs',
      threshold: 100,
      baseline: { type: 'TrailingWindow', size: 4 },
    }),
  ],
  monitors: [],
};

beforeAll(() => {
  store = realpathSync(mkdtempSync(join(tmpdir(), 'driftglass-analyze-')));
  mkdirSync(join(store, 'd'));
  ['2026-03-01', '2026-03-02', '2026-03-03'].forEach((day, i) =>
    writeFileSync(join(store, 'd', `${day}.bin`), profile(day, [5, 10, 11][i] ?? 0))
  );
  writeFileSync(join(store, 'd', 'monitor.json'), JSON.stringify(document));
});

afterAll(() => rmSync(store, { recursive: true }));

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await runCommand(['analyze', '--store', store, '--dataset', 'd', ...args], {
    line: (text) => lines.push(text),
    error: (text) => errors.push(text),
  });
  return { code, lines, errors };
}

const twoDays = ['--from', '2026-03-01', '--to', '2026-03-03'];
const threeDays = ['--from', '2026-03-01', '--to', '2026-03-04'];

describe('driftglass analyze', () => {
  it('ends with 0 where there is no anomaly; too few batches for a baseline are none', async () => {
    const { code, lines, errors } = await run(...twoDays);
    expect([code, errors]).toEqual([0, []]);
    // Of the first day there is no baseline.
    expect(lines).toEqual([
      '4 results: 0 anomalies, 1 without a verdict (1 for want of baseline; --all lists them), 3 ok',
    ]);
  });

  it('ends with 2 where there is one, and tells it', async () => {
    const { code, lines } = await run(...threeDays);
    expect(code).toBe(2);
    expect(lines[2]?.split(/ {2,}/).slice(0, 6)).toEqual([
      '2026-03-03',
      'ANOMALY',
      'amount',
      'overall',
      'at-most-10',
      '11',
    ]);
    expect(lines.at(-1)).toBe(
      '6 results: 1 anomaly, 1 without a verdict (1 for want of baseline; --all lists them), 4 ok'
    );
  });

  it('takes one analyzer, and shows all its results', async () => {
    const { lines } = await run(...threeDays, '--analyzer', 'at-most-10', '--all');
    expect(lines.slice(2, 5).map((line) => line.split(/ {2,}/)[1])).toEqual(['ok', 'ok', 'ANOMALY']);
  });

  it('prints every record as a line of JSON', async () => {
    const { code, lines } = await run(...threeDays, '--json', '--as-of', '2026-03-05');
    expect(code).toBe(2);
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records).toHaveLength(6);
    expect(records.find(({ anomalyCount }) => anomalyCount === 1)).toMatchObject({
      orgId: 'org',
      datasetId: 'd',
      column: 'amount',
      segment: '',
      granularity: 'daily',
      datasetTimestamp: Date.UTC(2026, 2, 3),
      creationTimestamp: Date.UTC(2026, 2, 5),
      targetLevel: 'column',
      metric: 'count',
      analyzerId: 'at-most-10',
      analyzerType: 'fixed',
      threshold_metricValue: 11,
      threshold_absoluteUpper: 10,
      failureType: null,
      targetCount: 11,
      verdictState: 'final',
    });
    expect(records.find(({ failureType }) => failureType !== null)).toMatchObject({
      failureType: 'InsufficientBaseline',
      anomalyCount: 0,
      baselineCount: 0,
      expectedBaselineCount: 4,
    });
  });

  it('prints what the monitors send', async () => {
    const file = join(store, 'monitors.json');
    const monitor = (id: string, mode: object) => ({
      id,
      analyzerIds: ['at-most-10'],
      schedule: { type: 'fixed', cadence: 'daily' },
      severity: 2,
      mode,
      actions: [],
    });
    const monitors = [
      monitor('each', { type: 'EVERY_ANOMALY' }),
      monitor('daily', { type: 'DIGEST' }),
      monitor('of-this-week', { type: 'DIGEST', datasetTimestampOffset: 'P7D' }),
    ];
    writeFileSync(file, JSON.stringify({ ...document, monitors }));
    const { code, lines } = await run(...threeDays, '--monitor', file, '--messages', '--as-of', '2026-03-15');
    expect(code).toBe(2);
    const common = { orgId: 'org', runId: '2026-03-15T00:00:00.000Z', severity: 2 };
    const anomaly = { column: 'amount', analyzerId: 'at-most-10', datasetTimestamp: Date.UTC(2026, 2, 3) };
    // The anomaly is twelve days old, too old for the last.
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { ...common, mode: 'EVERY_ANOMALY', monitorId: 'each', analyzerResult: anomaly },
      { ...common, mode: 'DIGEST', monitorId: 'daily', datasetId: 'd', numAnomalies: 1, anomalySample: [anomaly] },
    ]);
  });

  it('takes a document from a file', async () => {
    const file = join(store, 'other.json');
    writeFileSync(file, JSON.stringify({ ...document, analyzers: document.analyzers.slice(1) }));
    expect((await run(...threeDays, '--monitor', file)).lines).toEqual([
      '3 results: 0 anomalies, 1 without a verdict (1 for want of baseline; --all lists them), 2 ok',
    ]);
  });

  it('says what cannot be read and ends with 1', async () => {
    const broken = join(store, 'd', '2026-03-02.broken.bin');
    writeFileSync(broken, profile('2026-03-02', 3).slice(0, 40));
    const { code, errors } = await run(...twoDays);
    rmSync(broken);
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringContaining('driftglass: d/2026-03-02.broken.bin: ')]);
  });

  it.each<[string, readonly string[], string]>([
    ['words that it does not know', ['--from', 'x'], 'driftglass: --from is "x", which is no day'],
    ['an unknown dataset', [...twoDays, '--dataset', 'e'], 'driftglass: the store has no dataset "e"; it has d'],
    [
      'an unknown analyzer',
      [...twoDays, '--analyzer', 'x'],
      'driftglass: the monitor document of dataset d has no analyzer "x"; it has at-most-10, as-yesterday',
    ],
    [
      'a missing document',
      [...twoDays, '--monitor', '/nowhere/m.json'],
      'driftglass: /nowhere/m.json cannot be read: ',
    ],
  ])('ends with 1 for %s', async (_, words, text) => {
    const { code, lines, errors } = await run(...words);
    expect([code, lines]).toEqual([1, []]);
    expect(errors[0]).toContain(text);
  });
});
