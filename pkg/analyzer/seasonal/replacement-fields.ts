import type { ResultFields } from '../../contract/index.ts';
import { breachOf } from '../breach.ts';
import { replacementOf } from '../replacement.ts';
import type { Expectation } from './bounds.ts';

/** Share of the measured value in its replacement. */
export const lambdaKeep = 0.5;
/** The same for a target inside an event, where unusual values are expected. */
export const lambdaKeepInEvent = 0.2;

/**
 * What later baselines take instead of a value outside its bounds (spec/analyzers.md b.6 step 9). A value inside its
 * bounds is kept, and so is one whose replacement would not be finite.
 *
 * @param expectation before static bounds
 */
export function replacementFields(
  value: number,
  expectation: Expectation,
  { alpha, inEvent, seed }: { readonly alpha: number; readonly inEvent: boolean; readonly seed: string }
): ResultFields {
  if (breachOf(value, expectation) === null) {
    return { seasonal_shouldReplace: false };
  }
  const lambda = inEvent ? lambdaKeepInEvent : lambdaKeep;
  const { adjusted, replacement } = replacementOf(value, expectation.forecast, expectation, {
    alpha,
    lambdaKeep: lambda,
    seed,
  });
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
