import type { AnalyzerOutcome, ResultFields, StddevConfig, StddevParams } from '../contract/index.ts';
import { type Bounds, breachOf, describeBounds, isWatched } from './breach.ts';
import { formatCount, formatNumber } from './format-number.ts';
import { withoutOutliers } from './grubbs.ts';
import { failure, finiteOrNull, verdict } from './outcome.ts';
import type { PriorResult } from './prior-result.ts';
import { replacementOf } from './replacement.ts';
import type { SeriesPoint } from './series-point.ts';
import { checkStaticBounds, clampBounds } from './static-bounds.ts';
import { mean, sampleStandardDeviation } from './statistics/moments.ts';

export interface StddevInput {
  readonly target: number;
  /** Start of the target's bucket, epoch ms. */
  readonly targetMs: number;
  /** One point a bucket. */
  readonly baseline: readonly SeriesPoint[];
  /** Earlier results of this analyzer; those of other buckets than the baseline's change nothing. */
  readonly priors: readonly PriorResult[];
  /** Dataset, column, segment and analyzer as one text; the target's time is added to it here. */
  readonly seed: string;
}

/** The baseline's values as the analyzer's `params` want them. */
function baselineValues({ baseline, priors }: StddevInput, params: StddevParams): readonly number[] {
  const priorAt = new Map(priors.map((prior) => [prior.datasetTimestamp, prior]));
  const values = baseline.flatMap(({ timeMs, value }) => {
    const prior = priorAt.get(timeMs);
    if (value === null || Number.isNaN(value) || (params.enableAlertsFilter && prior?.anomalyCount === 1)) {
      return [];
    }
    return [params.enableAnomalyReplacement && prior?.shouldReplace === true ? (prior.replacement ?? value) : value];
  });
  return params.enableGrubb ? withoutOutliers(values, params.grubbSignificance) : values;
}

/** WhyLabs' engine takes the root of the mean where there is one value and so no deviation. */
function deviationOf(values: readonly number[]): number {
  return values.length === 1 ? Math.sqrt(mean(values)) : sampleStandardDeviation(values);
}

function replacementFields(config: StddevConfig, input: StddevInput, centre: number, computed: Bounds): ResultFields {
  const { enableAnomalyReplacement, alpha, lambdaKeep } = config.params;
  if (!enableAnomalyReplacement) {
    return {};
  }
  if (breachOf(input.target, computed) === null) {
    return { seasonal_shouldReplace: false };
  }
  const seed = `${input.seed}:${input.targetMs}`;
  const { adjusted, replacement } = replacementOf(input.target, centre, computed, { alpha, lambdaKeep, seed });
  return {
    seasonal_shouldReplace: true,
    seasonal_lambdaKeep: lambdaKeep,
    seasonal_adjusted_prediction: adjusted,
    seasonal_replacement: replacement,
  };
}

function explain(config: StddevConfig, target: number, bounds: Bounds, centre: number, count: number): string {
  const { metric, factor, thresholdType } = config;
  const batches = formatCount(count, 'batch', 'batches');
  if (Number.isNaN(bounds.upper)) {
    return (
      `${metric} is ${formatNumber(target)} and has no bounds: ` +
      `the ${batches} of the baseline, of mean ${formatNumber(centre)}, have no standard deviation`
    );
  }
  const breach = breachOf(target, bounds);
  const derivation = `mean ${formatNumber(centre)} ± ${formatCount(factor, 'standard deviation', 'standard deviations')} of ${batches}`;
  const silence =
    breach === null || isWatched(breach, thresholdType) ? '' : `; only the ${String(thresholdType)} bound is watched`;
  return `${metric} is ${describeBounds(target, bounds)} (${derivation})${silence}`;
}

/**
 * Bounds at some standard deviations around the baseline's mean (spec/analyzers.md b.4). Missing and NaN buckets are left
 * out. A value that leaves the bounds strictly alerts. NaN, as value or as bound, never does.
 *
 * The value drawn for a replacement lies on either side of the mean, as in the seasonal analyzer; in WhyLabs' engine it
 * lies always above.
 *
 * @returns a failure MinThresholdExceedsMaxThreshold, or CalculationException when there are too few values
 */
export function stddev(config: StddevConfig, input: StddevInput): AnalyzerOutcome {
  const contradiction = checkStaticBounds('stddev', config);
  if (contradiction !== null) {
    return contradiction;
  }
  const { metric, factor, minBatchSize, thresholdType, maxUpperThreshold, minLowerThreshold, limitType } = config;
  const { target } = input;
  const values = baselineValues(input, config.params);
  const needed = Math.max(1, minBatchSize);
  if (values.length < needed) {
    return failure(
      'CalculationException',
      `stddev requires at least ${formatCount(needed, 'baseline batch', 'baseline batches')} with ${metric} and has ` +
        `${formatNumber(values.length)}; lower minBatchSize, widen the baseline or wait for more batches`
    );
  }
  const centre = mean(values);
  const reach = factor * deviationOf(values);
  const computed = { lower: centre - reach, upper: centre + reach };
  const bounds = clampBounds(computed, config, limitType);
  const breach = breachOf(target, bounds);
  return verdict(
    breach !== null && isWatched(breach, thresholdType),
    {
      threshold_metricValue: finiteOrNull(target),
      threshold_calculatedUpper: finiteOrNull(bounds.upper),
      threshold_calculatedLower: finiteOrNull(bounds.lower),
      threshold_absoluteUpper: maxUpperThreshold,
      threshold_absoluteLower: minLowerThreshold,
      threshold_factor: factor,
      threshold_minBatchSize: values.length,
      threshold_type: thresholdType,
      ...replacementFields(config, input, centre, computed),
    },
    explain(config, target, bounds, centre, values.length)
  );
}
