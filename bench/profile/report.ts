import { kllRankErrorBounds } from '../../pkg/sketch/index.ts';
import { figuresOf } from '../figures.ts';
import type { Differences } from './compare.ts';
import { type Outcome, type Stage, stages } from './outcome.ts';

/** whylogs' k: what decides the rank error of all sketches here. */
const k = 1024;

/** Where results need not be equal in every bit, how far they may be apart. */
export const bounds = {
  // Two sketches of one distribution: each within its own error, at 99 % confidence.
  rank: 2 * kllRankErrorBounds(k).single,
  distinct: 1e-9,
  drift: 1e-9,
};

const titles: Readonly<Record<Stage, string>> = {
  decode: 'open + decode everything',
  summarise: 'summarise the decoded year',
  whole: 'both: from bytes to the summary',
  drift: 'drift of one column',
  column: 'one column of the wide file',
};

/** Seconds of a stage: the median of the repeats. */
export function medianOf({ seconds }: Outcome, stage: Stage): number {
  return figuresOf(seconds[stage]).p50;
}

function secondsText(seconds: number): string {
  if (seconds < 0.001) return `${(seconds * 1e6).toFixed(0)} us`;
  if (seconds < 1) return `${(seconds * 1e3).toFixed(seconds < 0.01 ? 2 : 0)} ms`;
  return `${seconds.toFixed(2)} s`;
}

/** A table as Markdown wants it. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...body.map(line)].join('\n');
}

/** CPU seconds of each stage and, in brackets, how many times ours they are. */
export function timesTable(outcomes: ReadonlyMap<string, Outcome>, ours: Outcome): string {
  const names = [...outcomes.keys()];
  const rows = stages.map((stage) => [
    titles[stage],
    ...[...outcomes.values()].map((outcome) => {
      const ratio = medianOf(outcome, stage) / medianOf(ours, stage);
      return `${secondsText(medianOf(outcome, stage))}${outcome === ours ? '' : ` (${ratio.toPrecision(3)})`}`;
    }),
  ]);
  return table([['CPU time', ...names], ...rows]);
}

/** The checks of one competitor's results against ours, and whether all hold. */
export function checksText({ columns, rank, distinct, drift }: Differences): { text: string; isPassed: boolean } {
  const check = (value: number, bound: number): string =>
    `${value.toExponential(1)} (${value <= bound ? 'within' : 'BEYOND'} ${bound.toExponential(1)})`;
  const equal = columns.length === 0 ? 'all columns equal' : `${columns.length} COLUMNS DIFFER: ${columns.join(' ')}`;
  return {
    text: `${equal}; rank ${check(rank, bounds.rank)}, distinct ${check(distinct, bounds.distinct)}, drift ${check(drift, bounds.drift)}`,
    isPassed: columns.length === 0 && rank <= bounds.rank && distinct <= bounds.distinct && drift <= bounds.drift,
  };
}
