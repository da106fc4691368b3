import type { AnalyzerOutcome, MonotonicConfig } from '../contract/index.ts';
import { formatCount, formatNumber } from './format-number.ts';
import { failure, verdict } from './outcome.ts';
import type { SeriesPoint } from './series-point.ts';

export interface MonotonicInput {
  /** The target and the buckets before it, in time order; missing buckets are left out and are no breaks. */
  readonly series: readonly SeriesPoint[];
}

/**
 * Alerts when the series takes at least `numBuckets` steps in the direction; equal neighbours take none, and neither do
 * NaNs (spec/analyzers.md b.9).
 *
 * @returns a failure CalculationException when a bucket of the series has no such metric
 */
export function monotonic(config: MonotonicConfig, { series }: MonotonicInput): AnalyzerOutcome {
  const { metric, numBuckets, direction } = config;
  const values: number[] = [];
  for (const { timeMs, value } of series) {
    if (value === null) {
      return failure(
        'CalculationException',
        `monotonic expected non-null values, but the batch of ${new Date(timeMs).toISOString()} has no ${metric}; ` +
          'choose a metric that every batch has, or a smaller targetSize'
      );
    }
    values.push(value);
  }
  const isIncreasing = direction === 'INCREASING';
  const steps = values.slice(1).filter((value, i) => {
    const before = values[i] ?? NaN;
    return isIncreasing ? value > before : value < before;
  }).length;
  const isAnomaly = steps >= numBuckets;
  return verdict(
    isAnomaly,
    {
      threshold_metricValue: steps,
      threshold_absoluteUpper: numBuckets,
      threshold_type: isIncreasing ? 'upper' : 'lower',
    },
    `${metric} ${isIncreasing ? 'rose' : 'fell'} ${formatCount(steps, 'time', 'times')} over ` +
      `${formatCount(values.length, 'batch', 'batches')}, ` +
      (isAnomaly
        ? `at least the limit ${formatNumber(numBuckets)}`
        : `fewer than the limit ${formatNumber(numBuckets)}`)
  );
}
