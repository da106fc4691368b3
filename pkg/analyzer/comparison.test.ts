import type { ComparisonConfig, ExpectedValue } from '../contract/index.ts';
import { comparison, type ScalarValue } from './index.ts';
import { resultOf, trailingWindow } from './testing/outcome.ts';

function configOf(expected: ExpectedValue | null, metric = 'count'): ComparisonConfig {
  return { type: 'comparison', metric, expected, baseline: expected === null ? trailingWindow : null };
}

const nine = { type: 'int', value: 9 } as const;

describe('comparison', () => {
  it.each<[number, string, 0 | 1]>([
    [9.4, '9.4', 1],
    [9.00002, '9.00002', 1],
    [9.000000000000002, '9.000000000000002', 0],
    [9.000000000000003, '9.000000000000004', 1],
  ])('#47: %d with the expected integer 9', (target, observed, expected) => {
    const outcome = comparison(configOf(nine), { target, baseline: null, valueType: 'float' });
    expect(outcome).toMatchObject({
      kind: 'result',
      anomalyCount: expected,
      fields: { comparison_observed: observed, comparison_expected: '9.0' },
    });
  });

  it('#48: fails for a text that is no number', () => {
    const config = configOf({ type: 'str', value: 'blah' });
    expect(comparison(config, { target: 9.4, baseline: null, valueType: 'float' })).toEqual({
      kind: 'failure',
      failureType: 'CalculationException',
      explanation:
        'comparison cannot compare count, whose values are of type float, with "blah"; give an expected value of that type',
    });
  });

  it.each<[string, ScalarValue, ScalarValue, 0 | 1, string]>([
    ['another', 'STRING', 'INTEGRAL', 1, "type is STRING, not the baseline's INTEGRAL"],
    ['the same', 'STRING', 'STRING', 0, "type is the baseline's STRING"],
    ['an empty text', '', '', 0, "type is the baseline's "],
  ])('takes the baseline where nothing is expected: %s', (_, target, baseline, expected, explanation) => {
    const outcome = resultOf(comparison(configOf(null, 'type'), { target, baseline, valueType: 'string' }));
    expect([outcome.anomalyCount, outcome.explanation]).toEqual([expected, explanation]);
  });

  it('takes what the document expects before the baseline', () => {
    const config = { ...configOf(nine), baseline: trailingWindow };
    expect(comparison(config, { target: 9, baseline: 7, valueType: 'float' })).toEqual({
      kind: 'result',
      anomalyCount: 0,
      fields: { comparison_observed: '9.0', comparison_expected: '9.0' },
      explanation: 'count is the expected 9.0',
    });
    expect(resultOf(comparison(config, { target: 7, baseline: 7, valueType: 'float' })).explanation).toBe(
      'count is 7.0, not the expected 9.0'
    );
  });

  it('compares truth values', () => {
    const config = configOf({ type: 'str', value: 'true' }, 'discrete');
    expect(comparison(config, { target: false, baseline: null, valueType: 'boolean' })).toMatchObject({
      anomalyCount: 1,
      fields: { comparison_observed: 'false', comparison_expected: 'true' },
    });
  });

  it('fails when the baseline has no value', () => {
    expect(comparison(configOf(null), { target: 1, baseline: null, valueType: 'float' })).toEqual({
      kind: 'failure',
      failureType: 'RollupBaselineRequired',
      explanation:
        'comparison needs a baseline with count and none of its batches has it; give an expected value or another baseline',
    });
  });

  it('fails when there is nothing to compare with', () => {
    const config = { ...configOf(null), baseline: null };
    expect(comparison(config, { target: 1, baseline: null, valueType: 'float' })).toEqual({
      kind: 'failure',
      failureType: 'ConfigMissingRequiredField',
      explanation:
        'comparison has neither expected nor baseline, so there is nothing to compare count with; give one of them',
    });
  });
});
