import type { Point } from './ask.ts';

/** A value that lies outside of what the days before it led to expect. */
export interface Unusual extends Point {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** The window and the width of WhyLabs' standard deviation analyzer, and the least it judges from. */
const [windowSize, factor, leastPoints] = [14, 3, 3];

/**
 * The points that lie more than three sample standard deviations away from the mean of the 14 before them. Needs at
 * least 3 of those. All points are of one series, in time order.
 */
export function unusualPoints(series: readonly Point[]): readonly Unusual[] {
  return series.flatMap((point, i) => {
    const before = series.slice(Math.max(0, i - windowSize), i).flatMap(({ value }) => value ?? []);
    if (point.value === null || before.length < leastPoints) {
      return [];
    }
    const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
    const variance = before.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (before.length - 1);
    const reach = factor * Math.sqrt(variance);
    const isOutside = point.value > mean + reach || point.value < mean - reach;
    return isOutside ? [{ ...point, value: point.value, lower: mean - reach, upper: mean + reach }] : [];
  });
}
