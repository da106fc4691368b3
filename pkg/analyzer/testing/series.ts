import type { PriorResult, SeriesPoint } from '../index.ts';

/** The twenty values of spec/analyzers.md (f), daily from 2021-09-17. */
export const v20: readonly number[] = [
  89119, 117282, 78701, 63456, 63731, 78161, 78581, 97605, 122480, 73446, 50475, 54593, 58734, 69682, 90665, 118782,
  81981, 67113, 68746, 71977,
];

export const dayMs = 86_400_000;
export const firstMs = 1_631_836_800_000;

/** A daily series from 2021-09-17. */
export function daily(values: readonly (number | null)[]): SeriesPoint[] {
  return values.map((value, day) => ({ timeMs: firstMs + day * dayMs, value }));
}

/** An earlier result without anything special. */
export function priorResult(datasetTimestamp: number, value: number | null): PriorResult {
  return {
    datasetTimestamp,
    value,
    anomalyCount: 0,
    shouldReplace: false,
    replacement: null,
    adjustedPrediction: null,
    lambdaKeep: null,
  };
}
