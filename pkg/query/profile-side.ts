import type { ProfileSide } from '../contract/index.ts';
import type { ColumnProfile } from '../profile/index.ts';
import { columnMetric } from '../profile/index.ts';
import { unionQuantiles } from '../sketch/index.ts';
import { rankError } from './rank-error.ts';
import { windowTotals } from './window-totals.ts';

/** Ranks that a panel draws beside the bars. */
const ranks = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** JSON has no infinities and no NaN. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function quantilesOf(columns: readonly ColumnProfile[]): ProfileSide['quantiles'] {
  const sketches = columns.flatMap(({ distribution }) => distribution?.kll ?? []);
  const values = unionQuantiles(sketches, ranks, 'classic') ?? [];
  return [...values].flatMap((value, i) => (Number.isFinite(value) ? [{ rank: ranks[i] ?? 0, value }] : []));
}

/** What is known of a side beside its columns. */
export type SideFacts = Pick<ProfileSide, 'n' | 'buckets' | 'startMs' | 'endMs'>;

/** Sums up one side, a window of batches in time order; null when it has no batch. */
export function profileSide(
  columns: readonly ColumnProfile[],
  shape: 'histogram' | 'categories',
  facts: SideFacts
): ProfileSide | null {
  if (columns.length === 0) {
    return null;
  }
  const window = windowTotals(columns);
  return {
    count: columnMetric(window, 'count'),
    count_null: columnMetric(window, 'count_null'),
    count_nan: window.counts?.nan ?? null,
    count_inf: window.counts?.inf ?? null,
    n: facts.n,
    min: finite(columnMetric(window, 'min')),
    max: finite(columnMetric(window, 'max')),
    mean: finite(columnMetric(window, 'mean')),
    stddev: finite(columnMetric(window, 'stddev')),
    unique_est: finite(columnMetric(window, 'unique_est')),
    quantiles: quantilesOf(columns),
    rankError: rankError(columns, shape),
    batches: columns.length,
    buckets: facts.buckets,
    startMs: facts.startMs,
    endMs: facts.endMs,
  };
}
