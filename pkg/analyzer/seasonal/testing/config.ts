import type { SeasonalConfig } from '../../../contract/index.ts';
import type { PriorResult } from '../../prior-result.ts';
import type { SeriesPoint } from '../../series-point.ts';
import { type GoldenSeries, orderOf } from './golden.ts';

export const dayMs = 86_400_000;

/** A configuration with every default of WhyLabs' engine. */
export function seasonalConfig(given: Partial<SeasonalConfig> = {}): SeasonalConfig {
  return {
    type: 'seasonal',
    metric: 'count',
    algorithm: 'arima',
    alpha: 0.05,
    minBatchSize: 1,
    stddevTimeRanges: [],
    stddevFactor: 1,
    thresholdType: null,
    maxUpperThreshold: null,
    minLowerThreshold: null,
    order: { p: 1, d: 0, q: 0, P: 2, D: 1, Q: 0, m: 7 },
    baseline: { type: 'TrailingWindow', size: 90, exclusionRanges: [], exclusionSchedule: null },
    ...given,
  };
}

/** Points of a series that begins at some time, one a step. */
export function points(values: readonly (number | null)[], startMs = 0, stepMs = dayMs): SeriesPoint[] {
  return values.map((value, i) => ({ timeMs: startMs + i * stepMs, value }));
}

/** An earlier result that asks for a replacement. */
export function flagged(datasetTimestamp: number, lambdaKeep: number, adjustedPrediction: number): PriorResult {
  return {
    datasetTimestamp,
    value: null,
    anomalyCount: 1,
    shouldReplace: true,
    replacement: null,
    adjustedPrediction,
    lambdaKeep,
  };
}

export function configOf(series: GoldenSeries): SeasonalConfig {
  const { alpha, stddevFactor, events } = series.config;
  return seasonalConfig({
    alpha,
    stddevFactor,
    order: orderOf(series),
    stddevTimeRanges: events.map(([startMs, endMs]) => ({ startMs, endMs })),
  });
}

/** A golden series as the analyzer gets it, but for the target's value. */
export function pastOf({ values, startMs, stepMs, config, prepared }: GoldenSeries): {
  readonly targetMs: number;
  readonly baseline: readonly SeriesPoint[];
  readonly priors: readonly PriorResult[];
} {
  return {
    targetMs: prepared?.targetMs ?? startMs + values.length * stepMs,
    baseline: points(values, startMs, stepMs),
    priors: Object.entries(config.priors).map(([timeMs, { lambdaKeep, adjustedPrediction }]) =>
      flagged(Number(timeMs), lambdaKeep, adjustedPrediction)
    ),
  };
}
