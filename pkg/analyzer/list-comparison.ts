import type { AnalyzerOutcome, ListComparisonConfig } from '../contract/index.ts';
import { nothingExpected, notExpectable } from './expectation-failures.ts';
import { expectedScalar, isExpected } from './expected-scalar.ts';
import { verdict } from './outcome.ts';
import { scalarText } from './scalar-text.ts';
import type { ScalarType, ScalarValue } from './scalar-value.ts';

/** Values that an explanation lists at most; a list can have any number. */
export const maxListed = 10;

export interface ListComparisonInput {
  readonly target: ScalarValue;
  /** The baseline's values, taken where the document expects none. */
  readonly baseline: readonly ScalarValue[];
  readonly valueType: ScalarType;
}

function listText(values: readonly ScalarValue[], type: ScalarType): string {
  if (values.length === 0) {
    return 'values: the list is empty';
  }
  const listed = values.slice(0, maxListed).map((value) => scalarText(value, type));
  return values.length > maxListed ? [...listed, '…'].join(', ') : listed.join(', ');
}

/**
 * Alerts when the value is not among the expected ones (`in`), or is (`not_in`); those of the document, else the
 * baseline's (spec/analyzers.md b.7).
 *
 * @returns failures as those of `comparison`
 */
export function listComparison(
  config: ListComparisonConfig,
  { target, baseline, valueType }: ListComparisonInput
): AnalyzerOutcome {
  const { metric, operator } = config;
  if (config.expected === null && baseline.length === 0) {
    return nothingExpected('list_comparison', metric, config.baseline !== null);
  }
  const list: ScalarValue[] = config.expected === null ? [...baseline] : [];
  for (const expected of config.expected ?? []) {
    const value = expectedScalar(expected, valueType);
    if (value === null) {
      return notExpectable('list_comparison', metric, expected.value, valueType);
    }
    list.push(value);
  }
  const isListed = list.some((value) => isExpected(target, value, valueType));
  const observed = scalarText(target, valueType);
  return verdict(
    isListed === (operator === 'not_in'),
    { comparison_observed: observed },
    `${metric} is ${observed}, ${isListed ? 'one' : 'none'} of ` +
      `${operator === 'in' ? 'the expected' : 'the excluded'} ${listText(list, valueType)}`
  );
}
