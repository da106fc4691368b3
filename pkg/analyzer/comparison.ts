import type { AnalyzerOutcome, ComparisonConfig } from '../contract/index.ts';
import { nothingExpected, notExpectable } from './expectation-failures.ts';
import { expectedScalar, isExpected } from './expected-scalar.ts';
import { verdict } from './outcome.ts';
import { scalarText } from './scalar-text.ts';
import type { ScalarType, ScalarValue } from './scalar-value.ts';

export interface ComparisonInput {
  readonly target: ScalarValue;
  /** The merged baseline's value; null: there is none. */
  readonly baseline: ScalarValue | null;
  readonly valueType: ScalarType;
}

/**
 * Alerts when the value is not the expected one, which is the document's, else the merged baseline's (spec/analyzers.md
 * b.7). Always a test of equality, whatever operator a document names.
 *
 * @returns a failure CalculationException for an expected value that the metric cannot have, RollupBaselineRequired when
 *   the baseline has no value, ConfigMissingRequiredField when there is neither
 */
export function comparison(
  config: ComparisonConfig,
  { target, baseline, valueType }: ComparisonInput
): AnalyzerOutcome {
  const { metric } = config;
  const expected = config.expected === null ? baseline : expectedScalar(config.expected, valueType);
  if (expected === null) {
    return config.expected === null
      ? nothingExpected('comparison', metric, config.baseline !== null)
      : notExpectable('comparison', metric, config.expected.value, valueType);
  }
  const isAnomaly = !isExpected(target, expected, valueType);
  const [observedText, expectedText] = [scalarText(target, valueType), scalarText(expected, valueType)];
  const source = config.expected === null ? "the baseline's" : 'the expected';
  return verdict(
    isAnomaly,
    { comparison_observed: observedText, comparison_expected: expectedText },
    isAnomaly ? `${metric} is ${observedText}, not ${source} ${expectedText}` : `${metric} is ${source} ${expectedText}`
  );
}
