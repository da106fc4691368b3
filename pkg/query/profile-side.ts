import type { ColumnProfile } from '../profile/index.ts';
import { columnMetric, columnQuantile } from '../profile/index.ts';

/** Ranks that a panel draws beside the bars. */
const ranks = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** What a panel says of one side of a comparison. Null: the side does not have it. */
export interface ProfileSide {
  readonly count: number | null;
  readonly count_null: number | null;
  /** Values that the histogram or the items stand on. */
  readonly n: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly stddev: number | null;
  readonly unique_est: number | null;
  /** Rank and value, classic convention. */
  readonly quantiles: readonly { readonly rank: number; readonly value: number }[];
}

/** JSON has no infinities and no NaN. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

/**
 * Sums up one side, a window of batches that were added.
 *
 * @param n values that the side's histogram or items stand on
 */
export function profileSide(column: ColumnProfile, n: number): ProfileSide {
  return {
    count: columnMetric(column, 'count'),
    count_null: columnMetric(column, 'count_null'),
    n,
    min: finite(columnMetric(column, 'min')),
    max: finite(columnMetric(column, 'max')),
    mean: finite(columnMetric(column, 'mean')),
    stddev: finite(columnMetric(column, 'stddev')),
    unique_est: finite(columnMetric(column, 'unique_est')),
    quantiles: ranks.flatMap((rank) => {
      const value = finite(columnQuantile(column, rank));
      return value === null ? [] : [{ rank, value }];
    }),
  };
}
