import type { ExpectedValue, ListComparisonConfig } from '../contract/index.ts';
import { listComparison, type ScalarType, type ScalarValue } from './index.ts';
import { maxListed } from './list-comparison.ts';
import { resultOf, trailingWindow } from './testing/outcome.ts';

function configOf(
  operator: 'in' | 'not_in',
  expected: readonly ExpectedValue[] | null,
  baseline: ListComparisonConfig['baseline'] = null
): ListComparisonConfig {
  return { type: 'list_comparison', metric: 'mean', operator, expected, baseline };
}

const str = (value: string): ExpectedValue => ({ type: 'str', value });
const int = (value: number): ExpectedValue => ({ type: 'int', value });
const float = (value: number): ExpectedValue => ({ type: 'float', value });

function alert(config: ListComparisonConfig, target: ScalarValue, valueType: ScalarType, ...baseline: ScalarValue[]) {
  return resultOf(listComparison(config, { target, baseline, valueType })).anomalyCount;
}

describe('list_comparison', () => {
  describe.each([
    ['integers', [int(1), int(3)]],
    ['floats', [float(1), float(3)]],
    ['texts', [str('1'), str('3')]],
  ])('#49 of a float in %s', (_, expected) => {
    it.each<[number, 0 | 1]>([
      [1, 0],
      [2.5, 1],
      [2, 1],
    ])('%d', (target, anomalyCount) => {
      expect(alert(configOf('in', expected), target, 'float')).toBe(anomalyCount);
    });
  });

  it('#50 in the values of the baseline', () => {
    expect(alert(configOf('in', null, trailingWindow), 1, 'float', 1, 3)).toBe(0);
    expect(alert(configOf('in', null, trailingWindow), 2.5, 'float', 1, 3)).toBe(1);
  });

  it('#51 of a text in integers', () => {
    expect(alert(configOf('in', [int(1), int(3)]), '1', 'string')).toBe(0);
    expect(alert(configOf('in', [int(1), int(3)]), '2', 'string')).toBe(1);
  });

  it('#52 of an integer that must not be listed', () => {
    expect(alert(configOf('not_in', [int(1), int(3)]), 1, 'integer')).toBe(1);
    expect(alert(configOf('not_in', [int(1), int(3)]), 2, 'integer')).toBe(0);
  });

  it('matches NaN with NaN alone', () => {
    expect(alert(configOf('in', [str('NaN')]), NaN, 'float')).toBe(0);
    expect(alert(configOf('in', [str('NaN')]), 1, 'float')).toBe(1);
    expect(alert(configOf('in', [int(1)]), NaN, 'float')).toBe(1);
  });

  it('takes an empty list as it is', () => {
    expect(alert(configOf('in', []), 1, 'float', 1)).toBe(1);
    expect(alert(configOf('not_in', []), 1, 'float', 1)).toBe(0);
  });

  it('takes what the document expects before the baseline', () => {
    expect(alert(configOf('in', [int(1)], trailingWindow), 2, 'float', 2)).toBe(1);
  });

  it.each<['in' | 'not_in', number, string]>([
    ['in', 2, 'mean is 2.0, none of the expected 1.0, 3.0'],
    ['in', 3, 'mean is 3.0, one of the expected 1.0, 3.0'],
    ['not_in', 3, 'mean is 3.0, one of the excluded 1.0, 3.0'],
    ['not_in', 2, 'mean is 2.0, none of the excluded 1.0, 3.0'],
  ])('%s explains %d', (operator, target, explanation) => {
    const outcome = listComparison(configOf(operator, [int(1), int(3)]), { target, baseline: [], valueType: 'float' });
    expect(outcome).toMatchObject({ fields: { comparison_observed: `${target}.0` }, explanation });
    expect(resultOf(outcome).fields).not.toHaveProperty('comparison_expected');
  });

  it('explains with ten values at most', () => {
    expect(maxListed).toBe(10);
    const text = (count: number): string => {
      const expected = Array.from({ length: count }, (_, i) => int(i));
      return resultOf(listComparison(configOf('in', expected), { target: 99, baseline: [], valueType: 'integer' }))
        .explanation;
    };
    expect(text(0)).toBe('mean is 99, none of the expected values: the list is empty');
    expect(text(10)).toBe('mean is 99, none of the expected 0, 1, 2, 3, 4, 5, 6, 7, 8, 9');
    expect(text(11)).toBe('mean is 99, none of the expected 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …');
  });

  it('fails for an expected value that the metric cannot have', () => {
    const config = configOf('in', [int(1), str('blah')]);
    expect(listComparison(config, { target: 1, baseline: [], valueType: 'float' })).toEqual({
      kind: 'failure',
      failureType: 'CalculationException',
      explanation:
        'list_comparison cannot compare mean, whose values are of type float, with "blah"; ' +
        'give an expected value of that type',
    });
  });

  it('fails when there is nothing to compare with', () => {
    expect(listComparison(configOf('in', null), { target: 1, baseline: [], valueType: 'float' })).toMatchObject({
      failureType: 'ConfigMissingRequiredField',
      explanation: expect.stringContaining('list_comparison has neither expected nor baseline') as string,
    });
    const config = configOf('in', null, trailingWindow);
    expect(listComparison(config, { target: 1, baseline: [], valueType: 'float' })).toMatchObject({
      failureType: 'RollupBaselineRequired',
      explanation: expect.stringContaining('list_comparison needs a baseline with mean') as string,
    });
  });
});
