import type { Metric } from '../contract/index.ts';
import type { ColumnProfile, MetricName } from '../profile/index.ts';
import { columnMetric, columnQuantile } from '../profile/index.ts';

/** A metric of one batch's column, distances left out. */
export type ScalarMetric = Exclude<Metric, { readonly kind: 'distance' }>;

/** The parts of a profile that a metric is computed from. */
export function metricsNeeded({ kind, name }: ScalarMetric): readonly MetricName[] {
  if (kind === 'quantile') {
    return ['distribution'];
  }
  switch (name) {
    case 'count':
    case 'count_null':
    case 'count_null_ratio':
      return ['counts'];
    case 'mean':
    case 'stddev':
    case 'min':
    case 'max':
      return ['distribution'];
    case 'unique_est':
    case 'unique_lower':
    case 'unique_upper':
      return ['cardinality'];
    case 'unique_est_ratio':
      return ['counts', 'cardinality'];
    default:
      return ['counts', 'types'];
  }
}

/** The value; null when the batch does not have it. Infinite and NaN only where the data held such values. */
export function metricValue(column: ColumnProfile, metric: ScalarMetric): number | null {
  return metric.kind === 'quantile' ? columnQuantile(column, metric.rank) : columnMetric(column, metric.name);
}

/** Grafana's unit of a metric; null for the column's own unit, which we do not know. */
export function metricUnit(metric: Metric): string | null {
  if (metric.kind === 'column' && metric.name.endsWith('_ratio')) {
    return 'percentunit';
  }
  return metric.kind === 'column' && metric.name.startsWith('count') ? 'short' : null;
}
