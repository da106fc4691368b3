import type { SeasonalConfig } from '../../contract/index.ts';
import { type Bounds, breachOf } from '../breach.ts';
import { formatNumber } from '../format-number.ts';

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

/**
 * The finding in one sentence, or two where no model could be fitted:
 * `count is 10,000; expected 135,033 (106,188 to 163,877, 95 %): below`.
 */
export function explain(config: SeasonalConfig, finding: Finding): string {
  const { metric, alpha, thresholdType, stddevFactor } = config;
  const { value, forecast, bounds, fallback, isAnomaly } = finding;
  const level = fallback === null ? `, ${formatNumber(100 * (1 - alpha))} %` : '';
  const range = `${formatNumber(bounds.lower)} to ${formatNumber(bounds.upper)}${level}`;
  const outside = value < bounds.lower || value > bounds.upper;
  const place = outside ? sideOf(value, bounds) : Number.isNaN(value) ? 'no verdict' : 'within';
  const silence = outside && !isAnomaly ? `; only the ${String(thresholdType)} bound is watched` : '';
  const sentence = `${metric} is ${formatNumber(value)}; expected ${formatNumber(forecast)} (${range}): ${place}${silence}`;
  return fallback === null
    ? sentence
    : `${sentence}. By the median and ${formatNumber(stddevFactor)} standard deviations, because ${fallback}`;
}

function sideOf(value: number, bounds: Bounds): string {
  return bounds.lower > bounds.upper
    ? 'outside, as every value is where the bounds cross; a larger stddevFactor keeps them apart'
    : String(breachOf(value, bounds));
}
