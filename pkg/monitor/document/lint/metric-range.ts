import { analyzerMetric } from '../../../contract/index.ts';

/** Values that a metric can have; infinite where there is no bound. */
export interface MetricRange {
  readonly min: number;
  readonly max: number;
}

/** Metrics that a merge of batches adds up. */
const sums: ReadonlySet<string> = new Set([
  'count',
  'count_null',
  'count_bool',
  'count_integral',
  'count_fractional',
  'count_string',
  'profile.count',
  'column_row_count_sum',
  'shape_row_count',
  'input.count',
  'output.count',
]);

/** True for a metric whose value of a merged baseline is the sum over its batches. */
export function isSum(name: string): boolean {
  return sums.has(analyzerMetric(name)?.name ?? name);
}

/** The values that a metric can have. */
export function metricRange(name: string): MetricRange {
  const metric = analyzerMetric(name)?.name ?? name;
  // An estimate of distinct values may exceed the number of rows a little.
  const isShare = metric.endsWith('_ratio') && metric !== 'unique_est_ratio';
  if (isShare || metric === 'missingDatapoint' || metric.startsWith('classification.')) {
    return { min: 0, max: 1 };
  }
  const isAmount =
    sums.has(metric) ||
    ['stddev', 'unique_est', 'unique_est_ratio', 'shape_column_count'].includes(metric) ||
    metric.startsWith('regression.');
  return { min: isAmount ? 0 : -Infinity, max: Infinity };
}

/** What the range of a metric that has one says: `lies between 0 and 1`, `is never below 0`. */
export function rangeText({ min, max }: MetricRange): string {
  return max === Infinity ? `is never below ${min}` : `lies between ${min} and ${max}`;
}
