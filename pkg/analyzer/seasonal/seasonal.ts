import type { AnalyzerOutcome, SeasonalConfig } from '../../contract/index.ts';
import { isWatched } from '../breach.ts';
import { finiteOrNull, verdict } from '../outcome.ts';
import { clampBounds } from '../static-bounds.ts';
import { isInEvent } from './event-days.ts';
import { expectationOf, type SeasonalPast } from './expectation.ts';
import { explain } from './explain.ts';
import { refusal } from './refusal.ts';
import { replacementFields } from './replacement-fields.ts';

/** What a seasonal analyzer looks at. */
export interface SeasonalInput extends SeasonalPast {
  /** The target's value; NaN never alerts. */
  readonly target: number;
  /** Dataset, column, segment and analyzer as one text; the target's time is added to it here. */
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
  const { target, targetMs } = input;
  const { alpha, thresholdType, maxUpperThreshold, minLowerThreshold } = config;
  const { expectation, fallback } = expectationOf(config, input);
  const bounds = clampBounds(expectation, config, 'or');
  // Both sides, since bounds may cross.
  const isAnomaly =
    (target < bounds.lower && isWatched('below', thresholdType)) ||
    (target > bounds.upper && isWatched('above', thresholdType));
  const inEvent = isInEvent(targetMs, config.stddevTimeRanges);
  return verdict(
    isAnomaly,
    {
      threshold_metricValue: finiteOrNull(target),
      threshold_calculatedUpper: finiteOrNull(bounds.upper),
      threshold_calculatedLower: finiteOrNull(bounds.lower),
      threshold_absoluteUpper: maxUpperThreshold,
      threshold_absoluteLower: minLowerThreshold,
      threshold_type: thresholdType,
      seasonal_forecast: finiteOrNull(expectation.forecast),
      ...(fallback === null
        ? replacementFields(target, expectation, { alpha, inEvent, seed: `${input.seed}:${targetMs}` })
        : { seasonal_shouldReplace: false }),
    },
    explain(config, { value: target, forecast: expectation.forecast, bounds, fallback, isAnomaly })
  );
}
