import { hllBounds, hllEstimate, quantile, sortedView } from '../sketch/index.ts';
import type { ColumnProfile, TypeCounts } from './column-profile.ts';

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

/**
 * A number of a column (analyzers a.2); null when it does not exist: the metric is not in the profile, or there is no
 * value that it could be of. NaN and infinities occur where the data held them. The standard deviation is the sample's,
 * over the numeric values: their number is that of the KLL, where the original counts nulls in.
 */
export function columnMetric(column: ColumnProfile, name: ColumnMetricName): number | null {
  return metrics[name](column);
}

/**
 * The item at 0-based weighted position floor(rank · n), the convention of WhyLabs and Apache (spec 5.1.4).
 * `rank` is 0 to 1; null without numeric values.
 */
export function columnQuantile(column: ColumnProfile, rank: number): number | null {
  const kll = column.distribution?.kll;
  return kll === undefined || kll.n === 0 ? null : quantile(sortedView([kll]), rank, 'classic');
}

const count = (column: ColumnProfile): number | null => column.counts?.n ?? null;
const nulls = (column: ColumnProfile): number | null => column.counts?.null ?? null;

const ofType =
  (type: keyof TypeCounts) =>
  (column: ColumnProfile): number | null =>
    column.types?.[type] ?? null;

const ratioOf =
  (metric: (column: ColumnProfile) => number | null) =>
  (column: ColumnProfile): number | null => {
    const value = metric(column);
    const rows = count(column);
    return value === null || rows === null || rows <= 0 ? null : value / rows;
  };

function mean({ distribution }: ColumnProfile): number | null {
  return distribution === null || distribution.kll.n === 0 ? null : distribution.mean;
}

function stddev({ distribution }: ColumnProfile): number | null {
  if (distribution === null || distribution.kll.n === 0 || distribution.m2 === null) return null;
  return distribution.kll.n === 1 ? 0 : Math.sqrt(distribution.m2 / (distribution.kll.n - 1));
}

function extreme(end: 'min' | 'max') {
  return ({ distribution }: ColumnProfile): number | null =>
    distribution === null || distribution.kll.n === 0 ? null : distribution.kll[end];
}

function unique(column: ColumnProfile): number | null {
  if (column.cardinality !== null) return hllEstimate(column.cardinality);
  if (column.theta.length === 0) return null;
  // Numbers and texts were counted apart, and no number is a text.
  return column.theta.reduce((total, { estimate }) => total + estimate, 0);
}

/** Bounds at one standard deviation. A theta sketch has none here. */
function uniqueBound(side: 'lower' | 'upper') {
  return ({ cardinality }: ColumnProfile): number | null =>
    cardinality === null ? null : hllBounds(cardinality, 1)[side];
}

const metrics: Readonly<Record<ColumnMetricName, (column: ColumnProfile) => number | null>> = {
  count,
  count_null: nulls,
  count_bool: ofType('boolean'),
  count_integral: ofType('integral'),
  count_fractional: ofType('fractional'),
  count_string: ofType('string'),
  count_object: ofType('object'),
  count_null_ratio: ratioOf(nulls),
  count_bool_ratio: ratioOf(ofType('boolean')),
  count_integral_ratio: ratioOf(ofType('integral')),
  count_fractional_ratio: ratioOf(ofType('fractional')),
  count_string_ratio: ratioOf(ofType('string')),
  count_object_ratio: ratioOf(ofType('object')),
  mean,
  stddev,
  min: extreme('min'),
  max: extreme('max'),
  unique_est: unique,
  unique_est_ratio: ratioOf(unique),
  unique_lower: uniqueBound('lower'),
  unique_upper: uniqueBound('upper'),
};
