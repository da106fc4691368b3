import type { Bounds } from '../breach.ts';
import type { Spread } from './spread.ts';

/** What is expected of the target, in units of the metric. */
export interface Expectation extends Bounds {
  readonly forecast: number;
}

/**
 * The bounds around a forecast (spec/analyzers.md b.6 steps 6 to 8): the model's own interval, no wider than
 * `stddevFactor` standard deviations of the series to each side, and cut where it leaves what the series has seen by more
 * than that; a cut moves the forecast to the middle. With a small factor the cut can leave lower above upper: the forecast
 * lies outside everything seen, and every value alerts, as in the original.
 *
 * @param quantile z(1 - alpha / 2)
 * @param series of the whole baseline, events included
 */
export function boundsAround(
  fit: { readonly forecast: number; readonly standardError: number },
  quantile: number,
  series: Spread,
  stddevFactor: number
): Expectation {
  const reach = series.sampleDeviation * stddevFactor;
  const half = Math.min(quantile * fit.standardError, reach);
  const lower = fit.forecast - half;
  const upper = fit.forecast + half;
  const least = series.min - reach;
  const most = series.max + reach;
  if (upper <= most && lower >= least) {
    return { forecast: fit.forecast, lower, upper };
  }
  const cut = { lower: Math.max(lower, least), upper: Math.min(upper, most) };
  return { forecast: (cut.upper + cut.lower) / 2, ...cut };
}
