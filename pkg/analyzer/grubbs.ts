import { mean, sampleStandardDeviation } from './statistics/moments.ts';
import { studentTQuantile } from './statistics/student-t-quantile.ts';

/** Fewer values than this are never outliers of each other. */
const leastValues = 3;

function criticalValue(n: number, significance: number): number {
  const t = studentTQuantile((1 - significance) / (2 * n), n - 2);
  return ((n - 1) / Math.sqrt(n)) * Math.sqrt(t ** 2 / (n - 2 + t ** 2));
}

/**
 * The values without outliers, by Grubbs' test repeated until it finds none (spec/analyzers.md b.4): of the value
 * farthest from the mean all equal ones go at once.
 *
 * @param values no NaN among them
 * @param significance above 0, below 1: the confidence at which a value is an outlier, 0.95 by default in documents
 */
export function withoutOutliers(values: readonly number[], significance: number): readonly number[] {
  if (values.length < leastValues) {
    return values;
  }
  const centre = mean(values);
  const distances = values.map((value) => Math.abs(value - centre));
  const farthest = Math.max(...distances);
  const extreme = values[distances.indexOf(farthest)];
  // Equal values have no deviation: NaN is never above.
  return farthest / sampleStandardDeviation(values) > criticalValue(values.length, significance)
    ? withoutOutliers(
        values.filter((value) => value !== extreme),
        significance
      )
    : values;
}
