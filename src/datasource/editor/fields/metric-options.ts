import type { ComboboxOption } from '@grafana/ui';
import { columnMetrics, type ColumnMetricName } from '../../../../pkg/contract/index.ts';
import { distanceOptions } from './distances.ts';

const words: Partial<Record<ColumnMetricName, string>> = {
  count: 'rows',
  count_null: 'missing values',
  count_null_ratio: 'share of missing values',
  unique_est: 'different values, estimated',
  unique_est_ratio: 'different values for each row',
  unique_lower: 'different values, at least',
  unique_upper: 'different values, at most',
};

function groupOf(name: ColumnMetricName): string {
  if (name.startsWith('count')) {
    return 'Counts';
  }
  return name.startsWith('unique') ? 'Different values' : 'Numbers';
}

function columnMetricOption(value: ColumnMetricName): ComboboxOption {
  const description = words[value];
  return { value, group: groupOf(value), ...(description !== undefined && { description }) };
}

/** The metrics to choose from, in groups. */
export const metricOptions: readonly ComboboxOption[] = [
  ...distanceOptions.map(({ value, label = value, description = '' }) => ({
    value,
    group: 'Drift from a baseline',
    description: `${label}: ${description}`,
  })),
  ...columnMetrics.map(columnMetricOption),
];
