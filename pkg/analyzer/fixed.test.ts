import type { FixedConfig } from '../contract/index.ts';
import { fixed } from './index.ts';
import { resultOf } from './testing/outcome.ts';
import { priorResult } from './testing/series.ts';

function configOf(lower: number | null, upper: number | null, nConsecutive: number | null = null): FixedConfig {
  return { type: 'fixed', metric: 'mean', lower, upper, nConsecutive };
}

function alert(config: FixedConfig, target: number, valueType: 'float' | 'integer' = 'float'): number {
  return resultOf(fixed(config, { target, valueType, priors: [] })).anomalyCount;
}

describe('fixed', () => {
  it.each<[string, number | null, number | null, number, 0 | 1]>([
    ['#27', 0, 10, 1, 0],
    ['#28', 0, 20, 30, 1],
    ['#29', 0, 0.57, 0.513, 0],
    ['#30', 0.57, null, 0.513, 1],
    ['on the lower bound', 0, 10, 0, 0],
    ['on the upper bound', 0, 10, 10, 0],
    ['just above', 0, 10, 10.000000000000002, 1],
    ['just below', 0, 10, -Number.MIN_VALUE, 1],
    ['above with a lower bound alone', 0, null, 1e300, 0],
    ['below with an upper bound alone', null, 0, -1e300, 0],
    ['without bounds', null, null, 1e300, 0],
    ['NaN', 0, 0, NaN, 0],
    ['infinity', 0, 10, Infinity, 1],
    ['bounds that are equal', 5, 5, 5, 0],
    ['fractions are kept', 0.5, 1.5, 1.6, 1],
  ])('%s: %p to %p, value %d', (_, lower, upper, target, expected) => {
    expect(alert(configOf(lower, upper), target)).toBe(expected);
  });

  it.each<[string, number | null, number | null, number, 0 | 1]>([
    ['#32, a missing bucket', null, 0, 1, 1],
    ['#33, a missing bucket that is allowed', null, 2, 1, 0],
    ['an upper bound is cut', null, 0.9, 1, 1],
    ['an upper bound is cut towards 0', null, 1.9, 2, 1],
    ['a lower bound is cut', 1.9, null, 1, 0],
    ['a negative bound is cut towards 0', -0.9, null, -1, 1],
  ])('of integers, %s: %p to %p, value %d', (_, lower, upper, target, expected) => {
    expect(alert(configOf(lower, upper), target, 'integer')).toBe(expected);
  });

  it('has the value and the bounds as WhyLabs names them', () => {
    expect(fixed(configOf(0.57, null), { target: 0.513, valueType: 'float', priors: [] })).toEqual({
      kind: 'result',
      anomalyCount: 1,
      fields: { threshold_metricValue: 0.513, threshold_absoluteLower: 0.57, threshold_absoluteUpper: null },
      explanation: 'mean is 0.513, below the lower bound 0.57',
    });
    expect(fixed(configOf(null, 1.5), { target: Infinity, valueType: 'integer', priors: [] })).toMatchObject({
      fields: { threshold_metricValue: null, threshold_absoluteLower: null, threshold_absoluteUpper: 1 },
      explanation: 'mean is infinity, above the upper bound 1',
    });
  });

  it('fails when its bounds exclude each other', () => {
    expect(fixed(configOf(2, 1), { target: 1, valueType: 'float', priors: [] })).toEqual({
      kind: 'failure',
      failureType: 'MinThresholdExceedsMaxThreshold',
      explanation:
        'fixed has the lower bound 2 above the upper bound 1, so that no value lies within; ' +
        'give a lower that is not above upper',
    });
    expect(alert(configOf(1.9, 1.1), 1, 'integer')).toBe(0);
  });
});

describe('fixed with nConsecutive', () => {
  const consecutive = (nConsecutive: number | null, target: number, ...priors: (number | null)[]) =>
    resultOf(
      fixed(configOf(70_000, 100_000, nConsecutive), {
        target,
        valueType: 'float',
        priors: priors.map((value, i) => priorResult(1000 + i, value)),
      })
    );

  it.each<[string, number | null, number, readonly (number | null)[], 0 | 1]>([
    ['#31, none before', 2, 1, [], 0],
    ['#31, one before', 2, 1, [0], 1],
    ['#31, one before that the newest interrupts', 2, 1, [0, 70_005], 0],
    ['null', null, 1, [70_005], 1],
    ['null, and breaches before', null, 1, [0, 0], 1],
    ['2, and more before than it asks for', 2, 1, [0, 0, 0], 1],
    ['0', 0, 1, [70_005], 1],
    ['1', 1, 1, [70_005], 1],
    ['3 and too few', 3, 1, [0], 0],
    ['3 and just enough', 3, 1, [0, 0], 1],
    ['3 and an older one within', 3, 1, [70_005, 0, 0], 1],
    ['3 and the second within', 3, 1, [0, 70_005, 0], 0],
    ['either bound counts', 3, 1, [100_001, 100_001], 1],
    ['a failure before', 2, 1, [null], 0],
    ['a value on the bound before', 2, 1, [70_000], 0],
    ['NaN before', 2, 1, [NaN], 0],
    ['the target within', 2, 80_000, [0, 0], 0],
  ])('%s: %p, value %d after %p', (_, nConsecutive, target, priors, expected) => {
    expect(consecutive(nConsecutive, target, ...priors).anomalyCount).toBe(expected);
  });

  it('says how many results breach', () => {
    expect(consecutive(3, 1, 70_005, 0).explanation).toBe(
      'mean is 1, below the lower bound 70,000, in 2 of 3 consecutive results'
    );
    expect(consecutive(3, 1, 0, 0).explanation).toBe(
      'mean is 1, below the lower bound 70,000, in 3 of 3 consecutive results'
    );
    expect(consecutive(3, 80_000, 0, 0).explanation).toBe('mean is 80,000, within the bounds 70,000 to 100,000');
    expect(consecutive(1, 1).explanation).toBe('mean is 1, below the lower bound 70,000');
  });
});
