import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bytesSource,
  type ColumnProfile,
  decodeColumn,
  mergeColumns,
  openProfiles,
  ProfileWriter,
  type RawColumn,
  summarizeColumn,
  type SummarizedItem,
  writeProfile,
} from '../../pkg/profile/index.ts';
import { type Dataset, flights, mixtures, numbers, part, texts } from './datasets.ts';
import { findPython, runSide } from './python.ts';

// Written by Python and read here, written here and read by Python, merged on both sides: the same rows, the same numbers.
jest.setTimeout(120_000);
const python = findPython();
const folder = mkdtempSync(join(tmpdir(), 'whylogs-python-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A column's summary in the form in which the Python side prints it. */
type Summary = Readonly<Record<string, unknown>>;

function summarize(column: ColumnProfile): Summary {
  return Object.fromEntries(Object.entries(summarizeColumn(column)).map(([key, value]) => [key, clean(value)]));
}

function clean(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === 'number' && Number.isNaN(value)) return null;
  if (!Array.isArray(value)) return value;
  // All lists in a summary are of frequent items.
  return (value as SummarizedItem[]).map(({ value: text, est, lower }) => [text, est, lower]);
}

async function readColumns(file: string): Promise<ReadonlyMap<string, RawColumn>> {
  const [profile] = await openProfiles(bytesSource(file, readFileSync(file)));
  return new Map((await profile!.readColumns()).map((column) => [column.name, column]));
}

async function readSummaries(file: string): Promise<Record<string, Summary>> {
  const columns = await readColumns(file);
  return Object.fromEntries([...columns].map(([name, column]) => [name, summarize(decodeColumn(column))]));
}

/** JSON of a Python program: it writes NaN and infinities, which JSON does not have. */
function parsePython(text: string): Record<string, Summary> {
  const json = text.replaceAll(/: (NaN|-?Infinity)/g, ': "$1"');
  return JSON.parse(json, (_, value: unknown) =>
    value === 'Infinity' ? Infinity : value === '-Infinity' ? -Infinity : value
  ) as Record<string, Summary>;
}

function logHere({ columns }: Dataset, file: string): void {
  const names = Object.keys(columns);
  const fractional = names.filter((name) => columns[name]?.dtype === 'float64');
  const writer = new ProfileWriter({ datasetTimestampMs: Date.UTC(2013, 1, 1), fractional });
  const rows = Math.max(...Object.values(columns).map(({ values }) => values.length));
  for (let row = 0; row < rows; row++) {
    writer.log(Object.fromEntries(names.map((name) => [name, columns[name]?.values[row]])));
  }
  writeFileSync(file, writer.finish());
}

function logThere(command: string, { columns }: Dataset, file: string): void {
  const json = JSON.stringify({ columns }, (_, value: unknown) => {
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    return Number.isNaN(value) ? 'NaN' : `${value}`;
  });
  const rows = `${file}.json`;
  writeFileSync(rows, json.replaceAll('"Infinity"', 'Infinity'));
  runSide(command, 'log', rows, file);
}

/** Differences beyond what the summary allows under a key. */
function differences(ours: Summary, theirs: Summary, allowed: (key: string) => number): string[] {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...keys].flatMap((key) => {
    const [left, right] = [ours[key], theirs[key]];
    if (typeof left === 'number' && typeof right === 'number') {
      const isNear =
        left === right || Math.abs(left - right) <= allowed(key) * Math.max(Math.abs(left), Math.abs(right));
      return isNear ? [] : [`${key}: ${left} here, ${right} in Python`];
    }
    return JSON.stringify(left) === JSON.stringify(right)
      ? []
      : [`${key}: ${JSON.stringify(left)}, ${JSON.stringify(right)}`];
  });
}

/** One file read by both: what the estimator computes may differ in its last digits. */
const sameFile = (key: string): number => (/cardinality/.test(key) ? 1e-9 : 0);

const datasets: readonly [string, () => Dataset][] = [
  ['numbers, up to the size where every sketch is exact', () => numbers(300)],
  ['numbers, far beyond it', () => numbers(30_000)],
  ['texts', () => texts(20_000)],
  ['nulls and mixed types', () => mixtures(5_000)],
  ['the flights of a month', flights],
];

if ('reason' in python) {
  test(`not run: ${python.reason}`, () => {
    process.stdout.write(`Cross-check with whylogs in Python: not run, ${python.reason}\n`);
    expect(python.reason).not.toBe('');
  });
} else {
  const command = python.path;
  const pythonSummary = (file: string): Record<string, Summary> => parsePython(runSide(command, 'summarize', file));

  describe.each(datasets)('%s', (name, make) => {
    const dataset = make();
    const file = (writer: string): string => join(folder, `${name} by ${writer}.bin`);

    test('written by Python, read here', async () => {
      logThere(command, dataset, file('Python'));
      const theirs = pythonSummary(file('Python'));
      const ours = await readSummaries(file('Python'));
      expect(Object.keys(ours).sort()).toEqual(Object.keys(dataset.columns).sort());
      for (const column of Object.keys(dataset.columns)) {
        expect([column, differences(ours[column]!, theirs[column]!, sameFile)]).toEqual([column, []]);
      }
    });

    test('written here, read by Python', async () => {
      logHere(dataset, file('us'));
      const theirs = pythonSummary(file('us'));
      const ours = await readSummaries(file('us'));
      for (const column of Object.keys(dataset.columns)) {
        expect([column, differences(ours[column]!, theirs[column]!, sameFile)]).toEqual([column, []]);
      }
    });

    test('the same rows say the same, whoever profiled them', async () => {
      const [ours, theirs] = [pythonSummary(file('us')), pythonSummary(file('Python'))];
      for (const [column, { values }] of Object.entries(dataset.columns)) {
        const wrong = compareLogs(ours[column]!, theirs[column]!, values.length);
        expect([column, wrong]).toEqual([column, []]);
      }
    });

    test('merged on both sides', async () => {
      const parts = [0, 1, 2].map((index) => part(dataset, index, 3));
      const files = parts.map((rows) => {
        const path = join(folder, `${name} ${rows.name}.bin`);
        logThere(command, rows, path);
        return path;
      });
      const together = file('Python merged');
      runSide(command, 'merge', together, ...files);
      const theirs = pythonSummary(together);
      const columns = await Promise.all(files.map(readColumns));
      const merged = new Map(
        Object.keys(dataset.columns).map((column) => [
          column,
          mergeColumns(columns.flatMap((from) => from.get(column) ?? [])),
        ])
      );
      const facts = { datasetTimestampMs: 1, creationTimestampMs: 1, segmentTags: new Map(), metadata: new Map() };
      writeFileSync(file('us merged'), writeProfile(facts, merged));
      const reread = pythonSummary(file('us merged'));
      for (const [column, { values }] of Object.entries(dataset.columns)) {
        const ours = summarize(merged.get(column)!);
        expect([column, differences(ours, reread[column]!, sameFile)]).toEqual([column, []]);
        expect([column, compareLogs(ours, theirs[column]!, values.length, 0.03)]).toEqual([column, []]);
      }
    });
  });
}

/** Two profiles of the same rows: exact where the sketches are, within their error bounds elsewhere. */
function compareLogs(ours: Summary, theirs: Summary, rows: number, distinctError = 1e-9): string[] {
  const isSampled = rows >= 1024;
  const isFull = Array.isArray(ours['frequent_items/frequent_strings']) && Number(ours['cardinality/est']) > 768 * 0.95;
  const skipped = (key: string): boolean =>
    (isSampled && /^distribution\/(q_|median)/.test(key)) || (isFull && key.startsWith('frequent_items/'));
  const keep = (summary: Summary): Summary =>
    Object.fromEntries(Object.entries(summary).filter(([key]) => !skipped(key)));
  return differences(keep(ours), keep(theirs), (key) => {
    if (/cardinality/.test(key)) return Number(ours['cardinality/est']) < 384 ? 1e-9 : distinctError;
    return /mean|stddev/.test(key) ? 1e-9 : 0;
  });
}
