import type { AnalyzerOutcome, SeasonalConfig } from '../../contract/index.ts';
import { formatCount, formatNumber } from '../format-number.ts';
import { failure } from '../outcome.ts';
import type { SeriesPoint } from '../series-point.ts';
import { checkStaticBounds } from '../static-bounds.ts';
import { presentCount } from './baseline-values.ts';

/** Least buckets of a baseline, and least values outside events, for a model: four weeks of days and two days. */
export const leastPoints = 30;

/** Why a target cannot be judged by this baseline (spec/analyzers.md b.6 steps 1 and 2); null when it can. */
export function refusal(config: SeasonalConfig, baseline: readonly SeriesPoint[]): AnalyzerOutcome | null {
  const contradiction = checkStaticBounds('seasonal', config);
  if (contradiction !== null) {
    return contradiction;
  }
  const { metric, minBatchSize } = config;
  const present = presentCount(baseline);
  if (present < minBatchSize) {
    return failure(
      'CalculationException',
      `seasonal requires at least ${formatCount(minBatchSize, 'baseline batch', 'baseline batches')} with ${metric} ` +
        `and has ${formatNumber(present)}; lower minBatchSize, widen the baseline or wait for more batches`
    );
  }
  if (baseline.length < leastPoints) {
    return failure(
      'InsufficientBaseline',
      `the baseline has ${formatCount(baseline.length, 'batch', 'batches')}, missing ones counted, and a seasonal ` +
        `forecast needs at least ${leastPoints}; widen the baseline`
    );
  }
  if (present === 0) {
    return failure(
      'InsufficientBaseline',
      `none of the baseline's ${formatNumber(baseline.length)} batches has ${metric}; wait for batches that have it`
    );
  }
  return null;
}
