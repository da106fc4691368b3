import { median } from '../statistics/moments.ts';
import type { Expectation } from './bounds.ts';
import { spreadOf } from './spread.ts';

/** Newest values whose median is expected. */
const centreSize = 30;
/** With fewer values outside events, those inside count too. */
const leastOutside = 3;

/**
 * What is expected where no model can be fitted (spec/analyzers.md b.6 step 5): the median of the newest 30 values, and
 * `stddevFactor` population standard deviations of all of them to each side.
 *
 * @param outside the series without its events; NaN is missing
 * @param series the whole series, with at least one value
 */
export function medianBounds(outside: Float64Array, series: Float64Array, stddevFactor: number): Expectation {
  const values = presentValues(outside);
  const used = values.length < leastOutside ? presentValues(series) : values;
  const forecast = median([...used.slice(-centreSize)]);
  const reach = stddevFactor * spreadOf(used).populationDeviation;
  return { forecast, lower: forecast - reach, upper: forecast + reach };
}

function presentValues(series: Float64Array): Float64Array {
  return series.filter((value) => !Number.isNaN(value));
}
