import type { SeasonalConfig } from '../../contract/index.ts';
import { type Bounds, describeBounds } from '../breach.ts';
import { formatCount, formatNumber } from '../format-number.ts';

/** What an explanation tells of. */
export interface Finding {
  readonly value: number;
  readonly forecast: number;
  /** After static bounds. */
  readonly bounds: Bounds;
  /** Why the median rule was taken; null for a forecast by the model. */
  readonly fallback: string | null;
  readonly isAnomaly: boolean;
}

/** Bounds that cross leave no value within. */
function crossedText({ lower, upper }: Bounds): string {
  return (
    `outside the bounds ${formatNumber(lower)} to ${formatNumber(upper)}, as every value is where they cross; ` +
    'a larger stddevFactor keeps them apart'
  );
}

/** The finding in one sentence: `count is 913, above the upper bound 912.947; the model expects 883.056`. */
export function explain(config: SeasonalConfig, finding: Finding): string {
  const { metric, thresholdType, stddevFactor } = config;
  const { value, forecast, bounds, fallback, isAnomaly } = finding;
  const isCrossed = bounds.lower > bounds.upper && !Number.isNaN(value);
  const place = isCrossed ? `${formatNumber(value)}, ${crossedText(bounds)}` : describeBounds(value, bounds);
  const isOutside = value < bounds.lower || value > bounds.upper;
  const silence = isOutside && !isAnomaly ? `; only the ${String(thresholdType)} bound is watched` : '';
  const expected =
    fallback === null
      ? `the model expects ${formatNumber(forecast)}`
      : `expected is the median ${formatNumber(forecast)} ± ` +
        `${formatCount(stddevFactor, 'standard deviation', 'standard deviations')}, because ${fallback}`;
  return `${metric} is ${place}${silence}; ${expected}`;
}
