import { ContractError } from './error.ts';

/** Scalar metrics of one column's batch, by WhyLabs' names. */
export const columnMetrics = [
  'count',
  'count_null',
  'count_null_ratio',
  'count_bool',
  'count_bool_ratio',
  'count_integral',
  'count_integral_ratio',
  'count_fractional',
  'count_fractional_ratio',
  'count_string',
  'count_string_ratio',
  'count_object',
  'count_object_ratio',
  'mean',
  'stddev',
  'min',
  'max',
  'median',
  'quantile_5',
  'quantile_25',
  'quantile_75',
  'quantile_90',
  'quantile_95',
  'quantile_99',
  'unique_est',
  'unique_est_ratio',
  'unique_lower',
  'unique_upper',
] as const;

/** Distances of a target from a baseline, by the names of WhyLabs' drift algorithms. */
export const distanceMetrics = ['hellinger', 'jensenshannon', 'kl_divergence', 'psi'] as const;

export type ColumnMetricName = (typeof columnMetrics)[number];
export type DistanceName = (typeof distanceMetrics)[number];

/** A metric as the query engine sees it. Every quantile is one kind with its rank, so `median` is the rank 0.5. */
export type Metric =
  | { readonly kind: 'column'; readonly name: Exclude<ColumnMetricName, 'median' | `quantile_${string}`> }
  | { readonly kind: 'quantile'; readonly name: string; readonly rank: number }
  | { readonly kind: 'distance'; readonly name: DistanceName };

const quantilePattern = /^quantile_(\d{1,3}(?:\.\d{1,10})?)$/;

function isPlainColumnMetric(name: string): name is Exclude<ColumnMetricName, 'median' | `quantile_${string}`> {
  return name !== 'median' && !name.startsWith('quantile_') && columnMetrics.some((known) => known === name);
}

/**
 * Reads a metric's name: one of the lists above, or `quantile_P` for any percentage P from 0 to 100, such as
 * `quantile_99.9`.
 *
 * @throws ContractError unknown-value, or out-of-range for a percentage above 100
 */
export function parseMetric(name: string, path = 'metric'): Metric {
  if (isPlainColumnMetric(name)) {
    return { kind: 'column', name };
  }
  const distance = distanceMetrics.find((known) => known === name);
  if (distance !== undefined) {
    return { kind: 'distance', name: distance };
  }
  if (name === 'median') {
    return { kind: 'quantile', name, rank: 0.5 };
  }
  const percentage = quantilePattern.exec(name)?.[1];
  if (percentage === undefined) {
    throw new ContractError(
      'unknown-value',
      path,
      `"${name}" is no metric; there are ${[...columnMetrics, ...distanceMetrics].join(', ')}, and quantile_P for any percentage P`
    );
  }
  const rank = Number(percentage) / 100;
  if (rank > 1) {
    throw new ContractError('out-of-range', path, `"${name}" asks for more than 100 per cent`);
  }
  return { kind: 'quantile', name, rank };
}
