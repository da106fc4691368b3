import type { AnalyzerOutcome, SeasonalConfig } from '../../contract/index.ts';
import type { PriorResult } from '../prior-result.ts';
import type { SeriesPoint } from '../series-point.ts';
import { normalQuantile } from '../statistics/normal-quantile.ts';
import { baselineValues } from './baseline-values.ts';
import { boundsAround, type Expectation, withinStatic } from './bounds.ts';
import { isInEvent } from './event-days.ts';
import { explain } from './explain.ts';
import { medianBounds } from './fallback.ts';
import { fitSeasonal } from './fit.ts';
import { leastPoints, refusal } from './refusal.ts';
import { replacementFields } from './replacement.ts';
import { spreadOf } from './spread.ts';

/** What a seasonal analyzer looks at. */
export interface SeasonalInput {
  /** The target's value; NaN never alerts. */
  readonly target: number;
  /** Start of the target's bucket, epoch ms. It is the bucket after the baseline's last. */
  readonly targetMs: number;
  /** Each bucket of the trailing window in time order, missing ones too. */
  readonly baseline: readonly SeriesPoint[];
  /** Earlier results of the same analyzer, column and segment. */
  readonly priors: readonly PriorResult[];
  /** From which the replacement's chance is drawn: dataset, column, segment, batch and analyzer. */
  readonly seed: string;
}

/**
 * The seasonal analyzer (spec/analyzers.md b.6): does the target lie where a seasonal ARIMA model of the baseline expects
 * it? Alerts strictly outside the bounds. Where no model can be fitted, the median of the newest values is expected.
 * Numbers that are not finite are null in the fields.
 *
 * Failures: `MinThresholdExceedsMaxThreshold`; `CalculationException` with fewer values than `minBatchSize`;
 * `InsufficientBaseline` with fewer than 30 buckets or no value at all.
 *
 * @param config its alpha between 0 and 1
 */
export function seasonal(config: SeasonalConfig, input: SeasonalInput): AnalyzerOutcome {
  const refused = refusal(config, input.baseline);
  if (refused !== null) {
    return refused;
  }
  const { target } = input;
  const quantile = normalQuantile(1 - config.alpha / 2);
  const { expectation, fallback } = expected(config, input, quantile);
  const bounds = withinStatic(expectation, {
    least: config.minLowerThreshold ?? -Infinity,
    most: config.maxUpperThreshold ?? Infinity,
  });
  const alerts =
    (target < bounds.lower && config.thresholdType !== 'upper') ||
    (target > bounds.upper && config.thresholdType !== 'lower');
  const inEvent = isInEvent(input.targetMs, config.stddevTimeRanges);
  return {
    kind: 'result',
    anomalyCount: alerts ? 1 : 0,
    fields: {
      threshold_metricValue: finite(target),
      threshold_calculatedUpper: finite(bounds.upper),
      threshold_calculatedLower: finite(bounds.lower),
      threshold_absoluteUpper: config.maxUpperThreshold,
      threshold_absoluteLower: config.minLowerThreshold,
      seasonal_forecast: finite(expectation.forecast),
      ...(fallback === null
        ? replacementFields(target, expectation, { quantile, inEvent, seed: input.seed })
        : { seasonal_shouldReplace: false }),
    },
    explanation: explain(config, target, bounds, fallback),
  };
}

/** What is expected of the target, and why the median rule was taken where it was. */
function expected(
  config: SeasonalConfig,
  { baseline, priors, targetMs }: SeasonalInput,
  quantile: number
): { readonly expectation: Expectation; readonly fallback: string | null } {
  const series = baselineValues(baseline, priors);
  const events = config.stddevTimeRanges;
  // A target inside an event is like the values inside events, so they are kept for it.
  const points = isInEvent(targetMs, events)
    ? series
    : series.filter((_, i) => !isInEvent(baseline[i]?.timeMs ?? NaN, events));
  const fit =
    points.length < leastPoints
      ? ({
          kind: 'failure',
          reason: `events leave ${points.length} of ${series.length} buckets, fewer than ${leastPoints}`,
        } as const)
      : fitSeasonal(points, config.order);
  return fit.kind === 'fit'
    ? { expectation: boundsAround(fit, quantile, spreadOf(series), config.stddevFactor), fallback: null }
    : { expectation: medianBounds(points, series, config.stddevFactor), fallback: fit.reason };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
