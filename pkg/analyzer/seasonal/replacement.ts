import type { ResultFields } from '../../contract/index.ts';
import { mean } from '../statistics/moments.ts';
import { normals } from '../statistics/seeded-random.ts';
import type { Expectation } from './bounds.ts';

/** Share of the measured value in its replacement. */
export const lambdaKeep = 0.5;
/** The same for a target inside an event, where unusual values are expected. */
export const lambdaKeepInEvent = 0.2;
/** Standard normal numbers whose mean the drawn expectation rests on. */
const draws = 10;

/**
 * What later baselines take instead of a value outside its bounds (spec/analyzers.md b.6 step 9): the value mixed with an
 * expectation drawn around the forecast. The numbers are drawn by a seed, so that a result is the same whenever it is
 * asked for. A value inside its bounds is kept, and so is one whose replacement would not be finite.
 *
 * @param expectation before static bounds
 * @param quantile z(1 - alpha / 2)
 */
export function replacementFields(
  value: number,
  { forecast, lower, upper }: Expectation,
  options: { readonly quantile: number; readonly inEvent: boolean; readonly seed: string }
): ResultFields {
  if (!(value < lower || value > upper)) {
    return { seasonal_shouldReplace: false };
  }
  const lambda = options.inEvent ? lambdaKeepInEvent : lambdaKeep;
  const adjusted = forecast + (upper - lower) * options.quantile * mean(normals(options.seed, draws));
  const replacement = value * lambda + (1 - lambda) * adjusted;
  if (!Number.isFinite(replacement)) {
    return { seasonal_shouldReplace: false };
  }
  return {
    seasonal_shouldReplace: true,
    seasonal_lambdaKeep: lambda,
    seasonal_adjusted_prediction: adjusted,
    seasonal_replacement: replacement,
  };
}
