import { parseArgs } from 'node:util';
import { isoTimeMs } from '../contract/index.ts';
import { CommandError } from './error.ts';

export const analyzeUsage =
  'driftglass analyze --store DIR --dataset ID --from TIME --to TIME [--monitor FILE] [--analyzer ID]… [--as-of TIME] [--all] [--json | --messages]';

/** What `driftglass analyze` is asked. Times are epoch ms. */
export interface AnalyzeOptions {
  readonly store: string;
  readonly datasetId: string;
  /** A monitor document; undefined: the one in the store. */
  readonly monitor: string | undefined;
  readonly analyzerIds: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly asOfMs: number;
  /** Whether results without an anomaly stand in the table, too. */
  readonly all: boolean;
  /** What is printed: a table for people, or lines of JSON: each result, or what the monitors send. */
  readonly form: 'table' | 'records' | 'messages';
}

function usage(text: string): CommandError {
  return new CommandError('usage', `${text}. Usage: ${analyzeUsage}`);
}

function timeOf(name: string, text: string): number {
  const timeMs = isoTimeMs(text);
  if (timeMs === null) {
    throw usage(`--${name} is "${text}", which is no day and no time with its zone, such as 2026-03-08T00:00:00Z`);
  }
  return timeMs;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        store: { type: 'string' },
        dataset: { type: 'string' },
        monitor: { type: 'string' },
        analyzer: { type: 'string', multiple: true, default: [] },
        from: { type: 'string' },
        to: { type: 'string' },
        'as-of': { type: 'string' },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        messages: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the words behind `driftglass analyze`.
 *
 * @param nowMs the clock, for an evaluation time that is not given
 * @throws CommandError usage
 */
export function parseAnalyzeOptions(args: readonly string[], nowMs: number): AnalyzeOptions {
  const values = parse(args);
  const need = (name: 'store' | 'dataset' | 'from' | 'to'): string => {
    const value = values[name];
    if (value === undefined || value === '') {
      throw usage(`--${name} is missing`);
    }
    return value;
  };
  const [store, datasetId] = [need('store'), need('dataset')];
  const [fromMs, toMs] = [timeOf('from', need('from')), timeOf('to', need('to'))];
  if (fromMs >= toMs) {
    throw usage('--to is not after --from; the range is half-open, so one day needs the next as --to');
  }
  if (values.json && values.messages) {
    throw usage('--json prints results and --messages what the monitors send; choose one');
  }
  const asOf = values['as-of'];
  return {
    store,
    datasetId,
    monitor: values.monitor,
    analyzerIds: values.analyzer,
    fromMs,
    toMs,
    asOfMs: asOf === undefined ? nowMs : timeOf('as-of', asOf),
    all: values.all,
    form: values.messages ? 'messages' : values.json ? 'records' : 'table',
  };
}
