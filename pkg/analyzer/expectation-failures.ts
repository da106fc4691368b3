import type { AnalyzerOutcome } from '../contract/index.ts';
import { failure } from './outcome.ts';
import type { ScalarType, ScalarValue } from './scalar-value.ts';

/** The failure of an expected value that the metric cannot have. */
export function notExpectable(
  type: string,
  metric: string,
  value: ScalarValue,
  valueType: ScalarType
): AnalyzerOutcome {
  return failure(
    'CalculationException',
    `${type} cannot compare ${metric}, whose values are of type ${valueType}, with ${JSON.stringify(value)}; ` +
      'give an expected value of that type'
  );
}

/** The failure of an analyzer with nothing to compare with. */
export function nothingExpected(type: string, metric: string, hasBaseline: boolean): AnalyzerOutcome {
  return hasBaseline
    ? failure(
        'RollupBaselineRequired',
        `${type} needs a baseline with ${metric} and none of its batches has it; give an expected value or another baseline`
      )
    : failure(
        'ConfigMissingRequiredField',
        `${type} has neither expected nor baseline, so there is nothing to compare ${metric} with; give one of them`
      );
}
