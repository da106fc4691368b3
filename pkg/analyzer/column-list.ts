import type { AnalyzerOutcome, ColumnListConfig } from '../contract/index.ts';
import { formatNumber } from './format-number.ts';
import { failure, verdict } from './outcome.ts';

/** Names that a result lists at most, of the added and of the removed ones: WhyLabs' number. */
export const maxSampledColumns = 10;

export interface ColumnListInput {
  readonly target: readonly string[];
  /** The columns of the baseline's newest bucket; null: that bucket is missing. */
  readonly baseline: readonly string[] | null;
}

/** Names of `left` that are not in `right`, in order. */
function without(left: readonly string[], right: ReadonlySet<string>): string[] {
  return [...new Set(left)].filter((name) => !right.has(name)).sort();
}

function sampleOf(names: readonly string[]): readonly string[] | null {
  return names.length === 0 ? null : names.slice(0, maxSampledColumns);
}

function describe(names: readonly string[], what: string): string {
  const sample = names.slice(0, maxSampledColumns).join(', ');
  const rest = names.length > maxSampledColumns ? ', …' : '';
  return `${formatNumber(names.length)} ${what}${names.length === 0 ? '' : ` (${sample}${rest})`}`;
}

/**
 * Columns that came or went since the newest bucket of the baseline (spec/analyzers.md b.10). Names are compared exactly,
 * those of `exclude` left out.
 *
 * @returns a failure InsufficientBaseline when that bucket is missing; to WhyLabs' engine every column then looks added
 */
export function columnList(config: ColumnListConfig, { target, baseline }: ColumnListInput): AnalyzerOutcome {
  if (baseline === null) {
    return failure(
      'InsufficientBaseline',
      'column_list needs the columns of the newest baseline batch and that batch is missing; ' +
        'it gives a verdict again once the batch before the target has data'
    );
  }
  const { mode, exclude } = config;
  const added = without(target, new Set([...baseline, ...exclude]));
  const removed = without(baseline, new Set([...target, ...exclude]));
  const isAnomaly = (mode !== 'ON_REMOVE' && added.length > 0) || (mode !== 'ON_ADD' && removed.length > 0);
  return verdict(
    isAnomaly,
    {
      columnList_added: added.length,
      columnList_removed: removed.length,
      columnList_addedSample: sampleOf(added),
      columnList_removedSample: sampleOf(removed),
      columnList_mode: mode,
    },
    `columns: ${describe(added, 'added')}, ${describe(removed, 'removed')} since the newest baseline batch` +
      (mode === 'ON_ADD_AND_REMOVE' ? '' : `; only ${mode === 'ON_ADD' ? 'added' : 'removed'} ones are watched`)
  );
}
