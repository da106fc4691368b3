import type { AnalyzerMetric } from '../../contract/index.ts';
import type { ScalarValue } from '../../analyzer/index.ts';
import type { ColumnMetricName, ColumnProfile, MetricName } from '../../profile/index.ts';
import { columnMetric, columnMetricNames, columnQuantile, inferredType, isDiscrete } from '../../profile/index.ts';

/** The parts of a profile that decide whether a column is discrete. */
export const discretenessParts: readonly MetricName[] = ['counts', 'types', 'cardinality'];

const quantilePattern = /^quantile_(\d+)$/;

/** The rank of a quantile's name, `median` included; null for another metric. */
function rankOf(name: string): number | null {
  if (name === 'median') {
    return 0.5;
  }
  const percentage = quantilePattern.exec(name)?.[1];
  return percentage === undefined ? null : Number(percentage) / 100;
}

/** The parts of a profile that a column's metric is computed from. */
export function partsOf({ name, value }: AnalyzerMetric): readonly MetricName[] {
  switch (value) {
    case 'histogram':
      return ['distribution'];
    case 'frequent_items':
      return ['frequent_items'];
    case 'boolean':
      return discretenessParts;
    case 'string':
      return ['counts', 'types'];
    case 'integer':
    case 'names':
      return ['counts'];
    case 'float':
      break;
  }
  if (rankOf(name) !== null || ['mean', 'stddev', 'min', 'max'].includes(name)) {
    return ['distribution'];
  }
  if (name.startsWith('unique')) {
    return ['counts', 'cardinality'];
  }
  return name === 'count' || name.startsWith('count_null') ? ['counts'] : ['counts', 'types'];
}

function isColumnMetric(name: string): name is ColumnMetricName {
  return columnMetricNames.some((known) => known === name);
}

/**
 * A scalar metric of a column, or of a window of batches that were added (spec/analyzers.md a.2); null when the column
 * does not have it. Infinite and NaN only where the data held such values.
 */
export function columnValue(metric: AnalyzerMetric, column: ColumnProfile): ScalarValue | null {
  switch (metric.name) {
    case 'inferred_data_type':
      return inferredType(column).type;
    case 'discrete':
      return isDiscrete(column);
  }
  const rank = rankOf(metric.name);
  if (rank !== null) {
    return columnQuantile(column, rank);
  }
  return isColumnMetric(metric.name) ? columnMetric(column, metric.name) : null;
}

/**
 * Whether a batch's column has the metric at all, sketches included. An empty sketch is one, as in WhyLabs' engine: a
 * column whose numbers have all become null is as far from its baseline as can be.
 */
export function hasMetric(metric: AnalyzerMetric, column: ColumnProfile): boolean {
  switch (metric.value) {
    case 'histogram':
      return column.distribution !== null;
    case 'frequent_items':
      return column.frequentItems !== null;
    default:
      return columnValue(metric, column) !== null;
  }
}
