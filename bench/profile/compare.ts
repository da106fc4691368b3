import { hash } from 'node:crypto';
import { type Outcome, ranks, type Summary } from './outcome.ts';

/** What must be the same in every bit: all but quantiles, bounds and distances, which are compared by number below. */
function exactPart({ counters, numbers, distinct, items }: Summary): unknown {
  const byValue = (left: readonly [string, ...unknown[]], right: readonly [string, ...unknown[]]): number =>
    left[0] < right[0] ? -1 : 1;
  return {
    counters,
    numbers: numbers === null ? null : [numbers.n, numbers.min, numbers.max],
    distinct: Math.round(distinct[0] ?? 0),
    // With an error of 0 the list is the truth; otherwise libraries may drop different items.
    items: items === null ? null : items.error === 0 ? [items.total, [...items.listed].sort(byValue)] : [items.total],
  };
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value)).slice(0, 12);
}

/** Twelve digits that two competitors share when all their exact results are the same. */
export function checksum({ decoded, columns, wide }: Outcome): string {
  const named = Object.keys(columns).sort();
  return digest([decoded, named.map((name) => [name, summaryOf(columns, name)].map(String)), exactPart(wide)]);
}

function summaryOf(columns: Outcome['columns'], name: string): string {
  const summary = columns[name];
  return summary === undefined ? 'none' : digest(exactPart(summary));
}

/** How far another's results are from ours where they need not be the same. Each has a bound. */
export interface Differences {
  /** Columns whose exact results differ. */
  readonly columns: readonly string[];
  /** Greatest distance of a rank asked for from the ranks that our union gives the other's quantile. */
  readonly rank: number;
  /** Greatest relative difference of a distinct count or a bound of it. */
  readonly distinct: number;
  /** Greatest difference of a drift distance. */
  readonly drift: number;
}

/** Our rank of a value in a column: below it, and up to it. */
export type RankOf = (column: string, value: number) => { readonly below: number; readonly upTo: number };

export function differences(ours: Outcome, theirs: Outcome, rankOf: RankOf): Differences {
  const names = [...new Set([...Object.keys(ours.columns), ...Object.keys(theirs.columns)])].sort();
  const greatest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);
  return {
    columns: names.filter((name) => summaryOf(ours.columns, name) !== summaryOf(theirs.columns, name)),
    rank: greatest(
      names.flatMap((name) => {
        const values = theirs.columns[name]?.numbers?.quantiles ?? [];
        return values.map((value, i) => {
          const { below, upTo } = rankOf(name, value);
          const rank = ranks[i] ?? NaN;
          return Math.max(0, below - rank, rank - upTo);
        });
      })
    ),
    distinct: greatest(
      names.flatMap((name) => {
        const own = ours.columns[name]?.distinct ?? [];
        return (theirs.columns[name]?.distinct ?? []).map((value, i) => Math.abs(value / (own[i] ?? NaN) - 1));
      })
    ),
    drift: greatest(theirs.drift.map((value, i) => Math.abs(value - (ours.drift[i] ?? NaN)))),
  };
}
