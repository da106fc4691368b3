import type { AnalyzerOutcome, FailureType, SeasonalConfig } from '../../contract/index.ts';
import type { SeriesPoint } from '../series-point.ts';
import { presentCount } from './baseline-values.ts';

/** Least buckets of a baseline, and least values outside events, for a model: four weeks of days and two days. */
export const leastPoints = 30;

/** Why a target cannot be judged by this baseline (spec/analyzers.md b.6 steps 1 and 2); null when it can. */
export function refusal(config: SeasonalConfig, baseline: readonly SeriesPoint[]): AnalyzerOutcome | null {
  const { minLowerThreshold, maxUpperThreshold, minBatchSize } = config;
  if (minLowerThreshold !== null && maxUpperThreshold !== null && minLowerThreshold > maxUpperThreshold) {
    return failure(
      'MinThresholdExceedsMaxThreshold',
      `minLowerThreshold ${minLowerThreshold} exceeds maxUpperThreshold ${maxUpperThreshold}`
    );
  }
  const present = presentCount(baseline);
  if (present < minBatchSize) {
    return failure(
      'CalculationException',
      `the baseline has ${present} values of ${config.metric}; minBatchSize requires at least ${minBatchSize}`
    );
  }
  if (baseline.length < leastPoints) {
    return failure(
      'InsufficientBaseline',
      `the baseline has ${baseline.length} buckets; a seasonal forecast needs at least ${leastPoints}`
    );
  }
  if (present === 0) {
    return failure('InsufficientBaseline', `none of the baseline's ${baseline.length} buckets has ${config.metric}`);
  }
  return null;
}

function failure(failureType: FailureType, explanation: string): AnalyzerOutcome {
  return { kind: 'failure', failureType, explanation };
}
