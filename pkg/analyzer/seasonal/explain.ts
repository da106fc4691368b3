import type { SeasonalConfig } from '../../contract/index.ts';
import type { Expectation } from './bounds.ts';
import { numberText } from './number-text.ts';

/**
 * The finding in one sentence, or two where no model could be fitted:
 * `count is 10,000; expected 135,033 (106,188 to 163,877, 95 %): below`.
 *
 * @param expectation after static bounds
 * @param fallback why the median rule was taken; null for a forecast by the model
 */
export function explain(
  { metric, alpha, thresholdType, stddevFactor }: SeasonalConfig,
  value: number,
  { forecast, lower, upper }: Expectation,
  fallback: string | null
): string {
  const level = fallback === null ? `, ${numberText(100 * (1 - alpha))} %` : '';
  const expected = `expected ${numberText(forecast)} (${numberText(lower)} to ${numberText(upper)}${level})`;
  const finding = `${metric} is ${numberText(value)}; ${expected}: ${placeOf(value, lower, upper, thresholdType)}`;
  return fallback === null
    ? finding
    : `${finding}. By the median and ${numberText(stddevFactor)} standard deviations, because ${fallback}`;
}

function placeOf(value: number, lower: number, upper: number, thresholdType: SeasonalConfig['thresholdType']): string {
  if (Number.isNaN(value)) return 'no verdict';
  const below = value < lower;
  const above = value > upper;
  if (below && above) {
    return 'outside, as every value between bounds that cross; a larger stddevFactor keeps them apart';
  }
  if (below) return thresholdType === 'upper' ? 'below, which does not alert (thresholdType upper)' : 'below';
  if (above) return thresholdType === 'lower' ? 'above, which does not alert (thresholdType lower)' : 'above';
  return 'within';
}
