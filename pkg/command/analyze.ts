import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { availableParallelism } from 'node:os';
import type { ResultRecord } from '../contract/index.ts';
import type { FoundRecords } from '../query/index.ts';
import { findRecords, knownFailure, openSession, operatorOptions, queryCaches } from '../query/index.ts';
import type { AnalyzeOptions } from './analyze-options.ts';
import { parseAnalyzeOptions } from './analyze-options.ts';
import { CommandError } from './error.ts';
import { numberText } from './number-text.ts';
import type { Output } from './show.ts';
import { tableLines } from './table.ts';

/** Mebibytes that profiles and columns may take in memory. Default 208, as in the plugin. */
const memoryMiB = 208;

/** Failures that say only that there are too few batches yet: nothing is wrong with the store or the document. */
const expectedFailures: ReadonlySet<string> = new Set(['InsufficientBaseline']);

/** @throws CommandError input */
function readDocument(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError('input', `${file} cannot be read: ${reason}. Remedy: check the path and its permissions`);
  }
}

async function find({ store, monitor, ...request }: AnalyzeOptions): Promise<FoundRecords> {
  const folder = resolve(store);
  // A person who names a folder in a shell allows it; Grafana's roots are the server's affair.
  const operator = operatorOptions(
    { GF_PLUGIN_ROOTS: folder, GF_PLUGIN_MAX_SERIES: '1000000' },
    availableParallelism()
  );
  const caches = queryCaches(memoryMiB * 1024 * 1024);
  const session = openSession({ store: { type: 'file', path: folder } }, 'analyze', operator, caches);
  const document = monitor === undefined ? undefined : readDocument(monitor);
  return findRecords(session, { ...request, document });
}

function valueOf(record: ResultRecord): number | null {
  return record.drift_metricValue ?? record.threshold_metricValue ?? null;
}

function verdictOf({ anomalyCount, failureType }: ResultRecord): string {
  return failureType ?? (anomalyCount === 1 ? 'ANOMALY' : 'ok');
}

function row(record: ResultRecord): readonly string[] {
  return [
    new Date(record.datasetTimestamp).toISOString().slice(0, record.granularity === 'hourly' ? 16 : 10),
    verdictOf(record),
    record.column ?? '(dataset)',
    record.segment === '' ? 'overall' : record.segment,
    record.analyzerId,
    numberText(valueOf(record)),
    record.explanation ?? record.failureExplanation ?? '',
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** @param hidden rows of too small baselines, which the table leaves out */
function summary(records: readonly ResultRecord[], hidden: number): string {
  const anomalies = records.filter(({ anomalyCount }) => anomalyCount === 1).length;
  const failures = records.filter(({ failureType }) => failureType !== null).length;
  const ok = records.length - anomalies - failures;
  const reason = hidden === 0 ? '' : ` (${hidden} for want of baseline; --all lists them)`;
  return (
    `${counted(records.length, 'result', 'results')}: ${counted(anomalies, 'anomaly', 'anomalies')}, ` +
    `${failures} without a verdict${reason}, ${ok} ok`
  );
}

function isExpected({ failureType }: ResultRecord): boolean {
  return failureType !== null && expectedFailures.has(failureType);
}

function printTable({ records }: FoundRecords, all: boolean, output: Output): void {
  const notable = records.filter(({ anomalyCount, failureType }) => anomalyCount === 1 || failureType !== null);
  const shown = all ? records : notable.filter((record) => !isExpected(record));
  const sorted = [...shown].sort((a, b) => a.datasetTimestamp - b.datasetTimestamp);
  if (sorted.length > 0) {
    tableLines([['batch', 'verdict', 'column', 'segment', 'analyzer', 'value', 'why'], ...sorted.map(row)]).forEach(
      output.line
    );
    output.line('');
  }
  output.line(summary(records, all ? 0 : notable.filter(isExpected).length));
}

function print(found: FoundRecords, { form, all }: AnalyzeOptions, output: Output): void {
  switch (form) {
    case 'table':
      return printTable(found, all, output);
    case 'records':
      return found.records.forEach((record) => output.line(JSON.stringify(record)));
    case 'messages':
      return found.messages.forEach((message) => output.line(JSON.stringify(message)));
  }
}

/** 2 when there is an anomaly, else 1 when something could not be read or calculated, else 0. */
function exitCode({ records, rejected }: FoundRecords): number {
  if (records.some(({ anomalyCount }) => anomalyCount === 1)) {
    return 2;
  }
  const isBroken = records.some((record) => record.failureType !== null && !isExpected(record));
  return isBroken || rejected > 0 ? 1 : 0;
}

/** The text for an error that a person can mend; null for a fault of ours. */
function explained(error: unknown): string | null {
  return error instanceof CommandError ? error.message : (knownFailure(error)?.text ?? null);
}

/**
 * `driftglass analyze`: evaluates a monitor document over a range of a store, as a gate for pipelines: a table of the
 * anomalies, with `--json` every result record as one line, or with `--messages` what the monitors send.
 *
 * @param nowMs the clock
 * @returns the exit code: 2 when there is an anomaly, 1 when something could not be read, calculated or understood
 */
export async function analyze(args: readonly string[], output: Output, nowMs = Date.now()): Promise<number> {
  try {
    const options = parseAnalyzeOptions(args, nowMs);
    const found = await find(options);
    found.notices.forEach((notice) => output.error(`driftglass: ${notice}`));
    print(found, options, output);
    return exitCode(found);
  } catch (error) {
    const text = explained(error);
    if (text === null) {
      throw error;
    }
    output.error(`driftglass: ${text}`);
    return 1;
  }
}
