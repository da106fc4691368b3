import type { DiffConfig, ThresholdType } from '../contract/index.ts';
import { diff } from './index.ts';
import { resultOf, trailingWindow } from './testing/outcome.ts';

type Mode = DiffConfig['mode'];

function configOf(mode: Mode, threshold: number, thresholdType: ThresholdType | null = null): DiffConfig {
  return { type: 'diff', metric: 'count', mode, threshold, thresholdType, baseline: trailingWindow };
}

const { MIN_VALUE, MAX_VALUE } = Number;

describe('diff', () => {
  it.each<[string, Mode, number, number, number, number | null, number | null, number | null, 0 | 1]>([
    ['#15', 'abs', 2, 1, 2, 1, -1, 3, 0],
    ['#16', 'pct', 50, 100, 55, 45, 50, 150, 0],
    ['#17', 'pct', 50, 55, 100, 100 * (45 / 55), 27.5, 82.5, 1],
    ['#18', 'abs', 2, 1, 5, 4, -1, 3, 1],
    ['#20', 'pct', 0.5, 5, 1, 80, 4.975, 5.025, 1],
    ['#21', 'pct', 150, 5, 1, 80, -2.5, 12.5, 0],
    ['#23', 'pct', 0.5, MIN_VALUE, 0, 100, MIN_VALUE, MIN_VALUE, 1],
    ['#24', 'pct', 0.5, 0, 0, 0, 0, 0, 0],
    ['#25', 'pct', 0.5, NaN, 0, null, null, null, 0],
    ['on the threshold', 'abs', 4, 1, 5, 4, -3, 5, 0],
    ['on the threshold, in per cent', 'pct', 80, 5, 1, 80, 1, 9, 0],
    ['a threshold of 0', 'abs', 0, 1, 1, 0, 1, 1, 0],
    ['a threshold of 0 and the least difference', 'abs', 0, 0, MIN_VALUE, MIN_VALUE, 0, 0, 1],
    ['a baseline of 0', 'pct', 99, 0, 5, 100, 0, 0, 1],
    ['a baseline of minus 0', 'pct', 100, -0, -5, 100, 0, 0, 0],
    ['a baseline of 0 and NaN', 'pct', 50, 0, NaN, null, 0, 0, 0],
    ['a negative baseline', 'pct', 50, -100, -160, 60, -150, -50, 1],
    ['NaN', 'abs', 2, 1, NaN, null, -1, 3, 0],
    ['infinities of the same sign', 'abs', 2, Infinity, Infinity, null, null, null, 0],
    ['an infinite target', 'abs', 2, 1, Infinity, null, -1, 3, 1],
    ['the greatest numbers', 'abs', 2, -MAX_VALUE, MAX_VALUE, null, -MAX_VALUE, -MAX_VALUE, 1],
  ])('%s: %s %d, baseline %d, target %d', (_, mode, threshold, baseline, target, size, lower, upper, expected) => {
    const { anomalyCount, fields } = resultOf(diff(configOf(mode, threshold), { target, baseline }));
    expect(anomalyCount).toBe(expected);
    if (size === null) {
      expect(fields.diff_metricValue).toBeNull();
    } else {
      expect(fields.diff_metricValue).toBeCloseTo(size, 12);
    }
    expect(
      [fields.threshold_calculatedLower, fields.threshold_calculatedUpper].map((bound) => (bound ?? NaN) + 0)
    ).toEqual([lower ?? NaN, upper ?? NaN]);
  });

  it.each<[string, ThresholdType, number, number | null, number | null, 0 | 1]>([
    ['#19, above', 'upper', 5, null, 2, 1],
    ['#19, below', 'upper', -6, null, 2, 0],
    ['below, where it looks', 'lower', -6, 0, null, 1],
    ['above, where it does not look', 'lower', 5, 0, null, 0],
  ])('%s', (_, thresholdType, target, lower, upper, expected) => {
    const outcome = diff(configOf('abs', 1, thresholdType), { target, baseline: 1 });
    expect(outcome).toMatchObject({
      anomalyCount: expected,
      fields: {
        threshold_calculatedLower: lower,
        threshold_calculatedUpper: upper,
        threshold_type: thresholdType,
      },
    });
  });

  it('has all fields that WhyLabs names', () => {
    expect(diff(configOf('pct', 50), { target: 100, baseline: 80 })).toEqual({
      kind: 'result',
      anomalyCount: 0,
      fields: {
        diff_metricValue: 25,
        diff_threshold: 50,
        diff_mode: 'pct',
        threshold_metricValue: 100,
        threshold_calculatedLower: 40,
        threshold_calculatedUpper: 120,
        threshold_type: null,
      },
      explanation: "count is 100, 25 % above the baseline's 80, not more than the threshold 50 %",
    });
  });

  it.each<[DiffConfig, number, number, string]>([
    [configOf('pct', 50), 100, 55, "count is 100, 81.8182 % above the baseline's 55, more than the threshold 50 %"],
    [configOf('abs', 2), 1, 5, "count is 1, 4 below the baseline's 5, more than the threshold 2"],
    [configOf('abs', 2), 5, 5, "count is 5, 0 away from the baseline's 5, not more than the threshold 2"],
    [
      configOf('abs', 2, 'upper'),
      1,
      5,
      "count is 1, 4 below the baseline's 5, more than the threshold 2; only the upper side is watched",
    ],
    [configOf('abs', 2, 'lower'), 5, 5.5, "count is 5, 0.5 below the baseline's 5.5, not more than the threshold 2"],
    [configOf('abs', 2), 5, NaN, "count is 5 and the baseline's NaN: there is no difference to judge"],
  ])('explains %p of %d and %d', (config, target, baseline, explanation) => {
    expect(resultOf(diff(config, { target, baseline })).explanation).toBe(explanation);
  });

  it.each([
    [null, 1, 'target has'],
    [1, null, 'baseline has'],
    [null, null, 'target and the baseline have'],
  ])('#26 fails for %p and %p', (target, baseline, side) => {
    expect(diff(configOf('abs', 2), { target, baseline })).toEqual({
      kind: 'failure',
      failureType: 'CalculationException',
      explanation:
        `diff expected non-null values, but the ${side} no count; ` +
        'choose a metric that the column has, or a baseline with data',
    });
  });

  it.each([
    [-1.5, '-1.5'],
    [-Number.MIN_VALUE, '-5e-324'],
    [NaN, 'NaN'],
  ])('#22 fails for the threshold %d', (threshold, text) => {
    expect(diff(configOf('pct', threshold), { target: 1, baseline: 2 })).toEqual({
      kind: 'failure',
      failureType: 'CalculationException',
      explanation: `diff has the threshold ${text}; give 0 or more: it is the size of a difference`,
    });
  });
});
