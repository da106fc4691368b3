import type { ColumnProfile } from './column-profile.ts';

/** The numbers of a column by WhyLabs' names (analyzers a.2); quantiles are asked for with `columnQuantile`. */
export const columnMetricNames = [
  'count',
  'count_null',
  'count_bool',
  'count_integral',
  'count_fractional',
  'count_string',
  'count_object',
  'count_null_ratio',
  'count_bool_ratio',
  'count_integral_ratio',
  'count_fractional_ratio',
  'count_string_ratio',
  'count_object_ratio',
  'mean',
  'stddev',
  'min',
  'max',
  'unique_est',
  'unique_est_ratio',
  'unique_lower',
  'unique_upper',
] as const;

export type ColumnMetricName = (typeof columnMetricNames)[number];

/** A number of a column; null when it does not exist. */
export function columnMetric(_column: ColumnProfile, _name: ColumnMetricName): number | null {
  return null;
}

/** A quantile by the classic convention. */
export function columnQuantile(_column: ColumnProfile, _rank: number): number | null {
  return null;
}
