/*
 * What every competitor prints: one JSON object of this shape on stdout. read_merge.py and read_merge.cpp follow it.
 */

/** The ranks whose quantiles are asked for, in the order in which they are printed. */
export const ranks = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** Days before a day that it is compared with. */
export const driftDays = 7;

/** The parts of the work that are timed. */
export const stages = ['decode', 'summarise', 'whole', 'drift', 'column'] as const;
export type Stage = (typeof stages)[number];

/** A frequent item that surely is one: value, lower bound, upper bound. */
export type ListedItem = readonly [value: string, lower: number, upper: number];

/** What one column says, of one object or of all together. */
export interface Summary {
  /** counts/n, null, nan, inf, true; types/integral, fractional, boolean, string, object, tensor. */
  readonly counters: readonly number[];
  /** Null without numbers. */
  readonly numbers: {
    readonly n: number;
    readonly min: number;
    readonly max: number;
    /** In the order of `ranks`. */
    readonly quantiles: readonly number[];
  } | null;
  /** Estimate, lower and upper bound at one standard deviation. */
  readonly distinct: readonly number[];
  /** Null where no items are kept. `error` is the greatest possible error of a bound. */
  readonly items: { readonly total: number; readonly error: number; readonly listed: readonly ListedItem[] } | null;
}

export interface Outcome {
  /** CPU seconds of each repeat, all threads of the process together; `column` is one opening. */
  readonly seconds: Readonly<Record<Stage, readonly number[]>>;
  /** Columns decoded, sum of KLL n, sum of KLL items kept, sum of frequent items kept. */
  readonly decoded: readonly number[];
  /** All objects together, by column. */
  readonly columns: Readonly<Record<string, Summary>>;
  /** Hellinger distance of each day against the `driftDays` before, from day `driftDays` on. */
  readonly drift: readonly number[];
  /** One column of the wide file. */
  readonly wide: Summary;
}

/** Takes what a competitor printed. The programs are ours, so only the outline is checked. */
export function parseOutcome(text: string): Outcome {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('seconds' in value) || !('columns' in value)) {
    throw new Error(`this is no outcome: ${text.slice(0, 200)}`);
  }
  // The rest of the shape is what our own programs print; a wrong one shows in the comparison.
  return value as Outcome;
}
