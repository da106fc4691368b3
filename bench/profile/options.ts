import { parseArgs } from 'node:util';

export interface Options {
  /** Objects of the year. */
  readonly days: number;
  /** Rows of each column in each file. */
  readonly rows: number;
  /** Columns of each file. */
  readonly columns: number;
  /** Files that are really different; the year repeats them. */
  readonly distinct: number;
  /** Columns of the wide file. */
  readonly wide: number;
  /** Times that each job is run in one process (Python: once); the median counts. */
  readonly repeats: number;
  /** Leaves Python's reading and merging out, which take minutes. Python still makes the data. */
  readonly withoutPython: boolean;
}

const defaults = { days: 365, rows: 100_000, columns: 150, distinct: 12, wide: 1000, repeats: 5 };

/** @throws Error naming the option when one is unknown or no positive integer */
export function parseOptions(args: readonly string[]): Options {
  const text = (value: number) => ({ type: 'string', default: String(value) }) as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      days: text(defaults.days),
      rows: text(defaults.rows),
      columns: text(defaults.columns),
      distinct: text(defaults.distinct),
      wide: text(defaults.wide),
      repeats: text(defaults.repeats),
      'without-python': { type: 'boolean', default: false },
    },
  });
  const days = positive('days', values.days);
  return {
    days,
    rows: positive('rows', values.rows),
    columns: positive('columns', values.columns),
    distinct: Math.min(days, positive('distinct', values.distinct)),
    wide: positive('wide', values.wide),
    repeats: positive('repeats', values.repeats),
    withoutPython: values['without-python'],
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} ${text}: give a whole number from 1`);
  return value;
}
