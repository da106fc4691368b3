import type { StddevConfig, StddevParams } from '../contract/index.ts';
import { type PriorResult, stddev } from './index.ts';
import { replacementOf } from './replacement.ts';
import { resultOf, trailingWindow } from './testing/outcome.ts';
import { daily, dayMs, firstMs, priorResult, v20 } from './testing/series.ts';

const defaultParams: StddevParams = {
  enableAlertsFilter: false,
  enableAnomalyReplacement: false,
  enableGrubb: false,
  grubbSignificance: 0.95,
  alpha: 0.05,
  lambdaKeep: 0.5,
};

function configOf(
  options: Partial<Omit<StddevConfig, 'params'>> = {},
  params: Partial<StddevParams> = {}
): StddevConfig {
  return {
    type: 'stddev',
    metric: 'count',
    factor: 2,
    minBatchSize: 7,
    thresholdType: null,
    maxUpperThreshold: null,
    minLowerThreshold: null,
    limitType: 'or',
    baseline: trailingWindow,
    params: { ...defaultParams, ...params },
    ...options,
  };
}

function run(
  config: StddevConfig,
  values: readonly (number | null)[],
  target: number,
  priors: readonly PriorResult[] = []
) {
  const targetMs = firstMs + values.length * dayMs;
  return stddev(config, { target, targetMs, baseline: daily(values), priors, seed: 'flights/delay' });
}

const withNulls = v20.map((value, i) => (i === 5 || i === 15 ? null : value));
const withNaN = [NaN, ...v20.slice(0, 7), NaN, ...v20.slice(7)];
const [lower1, upper1] = [38141.4597, 121389.5403];

describe('stddev', () => {
  it.each<[string, StddevConfig, readonly (number | null)[], number, number | null, number | null, 0 | 1]>([
    ['#1', configOf(), v20, 1, lower1, upper1, 1],
    ['#2 with nulls', configOf(), withNulls, 1, 38199.029, 117175.0821, 1],
    ['#3 with NaN', configOf(), withNaN, 1, lower1, upper1, 1],
    ['#4 of one value', configOf({ minBatchSize: 1 }), [5], 1, 0.5279, 9.4721, 0],
    ['#6 with an outlier', configOf({}, { enableGrubb: true }), [...v20, 20e6], 1, lower1, upper1, 1],
    ['#7 looking down', configOf({ thresholdType: 'lower' }), v20, 1, lower1, upper1, 1],
    ['#8 looking up', configOf({ thresholdType: 'upper' }), v20, 1, lower1, upper1, 0],
    ['#9 within', configOf(), v20, 90_000, lower1, upper1, 0],
    ['#10 with a static bound', configOf({ maxUpperThreshold: 80_000 }), v20, 90_000, lower1, 80_000, 1],
    ['#11 with a far static bound', configOf({ maxUpperThreshold: 130_000 }), v20, 90_000, lower1, upper1, 0],
    ['#12 with a far lower static bound', configOf({ minLowerThreshold: 20_000 }), v20, 90_000, lower1, upper1, 0],
    ['#13 by both', configOf({ limitType: 'and', maxUpperThreshold: 130_000 }), v20, 122_000, null, 130_000, 0],
    ['#14 of three batches', configOf({ minBatchSize: 3 }), [1, 2, 3], 2, 0, 4, 0],
    ['above, looking down', configOf({ thresholdType: 'lower' }), v20, 1e9, lower1, upper1, 0],
    ['above, looking up', configOf({ thresholdType: 'upper' }), v20, 1e9, lower1, upper1, 1],
    ['on the upper bound', configOf(), [1, 2, 3, 1, 2, 3, 2], 2 + 2 * Math.sqrt(4 / 6), 0.367, 3.633, 0],
    [
      'by both, beyond the static bound',
      configOf({ limitType: 'and', maxUpperThreshold: 130_000 }),
      v20,
      130_001,
      null,
      130_000,
      1,
    ],
    ['of one negative value', configOf({ minBatchSize: 1 }), [-5], 1e9, null, null, 0],
    ['of equal values', configOf(), [5, 5, 5, 5, 5, 5, 5], 5, 5, 5, 0],
    ['of equal values, and another', configOf(), [5, 5, 5, 5, 5, 5, 5], 5.1, 5, 5, 1],
    ['a target that is NaN', configOf(), v20, NaN, lower1, upper1, 0],
    ['an infinite target', configOf(), v20, Infinity, lower1, upper1, 1],
    ['an infinite value in the baseline', configOf(), [...v20, Infinity], 1, null, null, 0],
  ])('%s', (_, config, values, target, lower, upper, expected) => {
    const { anomalyCount, fields } = resultOf(run(config, values, target));
    expect(anomalyCount).toBe(expected);
    for (const [found, bound] of [
      [fields.threshold_calculatedLower, lower],
      [fields.threshold_calculatedUpper, upper],
    ] as const) {
      if (bound === null) {
        expect(found).toBeNull();
      } else {
        expect(Math.abs((found ?? NaN) - bound)).toBeLessThan(0.01);
      }
    }
  });

  it('has all fields that WhyLabs names', () => {
    const config = configOf({ factor: 1, minBatchSize: 3, maxUpperThreshold: 9, thresholdType: 'upper' });
    expect(run(config, [1, 2, 3, null, NaN], 2.5)).toEqual({
      kind: 'result',
      anomalyCount: 0,
      fields: {
        threshold_metricValue: 2.5,
        threshold_calculatedUpper: 3,
        threshold_calculatedLower: 1,
        threshold_absoluteUpper: 9,
        threshold_absoluteLower: null,
        threshold_factor: 1,
        threshold_minBatchSize: 3,
        threshold_type: 'upper',
      },
      explanation: 'count is 2.5, within the bounds 1 to 3 (mean 2 ± 1 standard deviation of 3 batches)',
    });
  });

  it.each<[string, StddevConfig, readonly number[], number, string]>([
    [
      'above',
      configOf({ minBatchSize: 3, factor: 1.5 }),
      [1, 2, 3],
      5,
      'count is 5, above the upper bound 3.5 (mean 2 ± 1.5 standard deviations of 3 batches)',
    ],
    [
      'below, where it does not look',
      configOf({ minBatchSize: 3, thresholdType: 'upper' }),
      [1, 2, 3],
      -1,
      'count is -1, below the lower bound 0 (mean 2 ± 2 standard deviations of 3 batches); only the upper bound is watched',
    ],
    [
      'one batch without a deviation',
      configOf({ minBatchSize: 1 }),
      [-5],
      1,
      'count is 1 and has no bounds: the 1 batch of the baseline, of mean -5, have no standard deviation',
    ],
  ])('explains %s', (_, config, values, target, explanation) => {
    expect(resultOf(run(config, values, target)).explanation).toBe(explanation);
  });

  it.each<[string, StddevConfig, readonly (number | null)[], string, string]>([
    ['#5', configOf({ factor: 2.9, minBatchSize: 30 }), v20, '30 baseline batches', '20'],
    ['nulls do not count', configOf({ minBatchSize: 3 }), [1, null, 2], '3 baseline batches', '2'],
    ['NaN does not count', configOf({ minBatchSize: 3 }), [1, NaN, 2], '3 baseline batches', '2'],
    ['an empty baseline', configOf({ minBatchSize: 1 }), [], '1 baseline batch', '0'],
    ['an empty baseline that would be allowed', configOf({ minBatchSize: 0 }), [null], '1 baseline batch', '0'],
    [
      'outliers do not count',
      configOf({ minBatchSize: 4 }, { enableGrubb: true }),
      [1, 10, 10, 10],
      '4 baseline batches',
      '3',
    ],
  ])('fails for too few values: %s', (_, config, values, needed, found) => {
    expect(run(config, values, 1)).toEqual({
      kind: 'failure',
      failureType: 'CalculationException',
      explanation:
        `stddev requires at least ${needed} with count and has ${found}; ` +
        'lower minBatchSize, widen the baseline or wait for more batches',
    });
  });

  it('fails when its static bounds exclude each other', () => {
    expect(run(configOf({ minLowerThreshold: 2, maxUpperThreshold: 1 }), v20, 1)).toMatchObject({
      failureType: 'MinThresholdExceedsMaxThreshold',
      explanation: expect.stringContaining('stddev has minLowerThreshold 2 above maxUpperThreshold 1') as string,
    });
  });
});

describe('stddev with earlier results', () => {
  const values = [1, 2, 3, 100];
  const atLast = firstMs + 3 * dayMs;
  const alerted: PriorResult = { ...priorResult(atLast, 100), anomalyCount: 1 };
  const replaced: PriorResult = {
    ...alerted,
    shouldReplace: true,
    replacement: 4,
    adjustedPrediction: 2,
    lambdaKeep: 0.5,
  };

  function meanOf(params: Partial<StddevParams>, ...priors: PriorResult[]): number {
    const { fields } = resultOf(run(configOf({ minBatchSize: 1 }, params), values, 2, priors));
    return ((fields.threshold_calculatedLower ?? NaN) + (fields.threshold_calculatedUpper ?? NaN)) / 2;
  }

  it.each<[string, Partial<StddevParams>, readonly PriorResult[], number]>([
    ['takes no notice of them by itself', {}, [replaced], 26.5],
    ['leaves out batches that alerted', { enableAlertsFilter: true }, [alerted], 2],
    ['keeps batches that did not', { enableAlertsFilter: true }, [priorResult(atLast, 100)], 26.5],
    ['takes the replacement', { enableAnomalyReplacement: true }, [replaced], 2.5],
    ['keeps the value without one', { enableAnomalyReplacement: true }, [alerted], 26.5],
    [
      'keeps the value where none was stored',
      { enableAnomalyReplacement: true },
      [{ ...replaced, replacement: null }],
      26.5,
    ],
    ['leaves out before it replaces', { enableAlertsFilter: true, enableAnomalyReplacement: true }, [replaced], 2],
    ['looks at the time', { enableAlertsFilter: true }, [{ ...alerted, datasetTimestamp: atLast + 1 }], 26.5],
  ])('%s', (_, params, priors, expected) => {
    expect(meanOf(params, ...priors)).toBeCloseTo(expected, 12);
  });

  it('replaces a missing batch by nothing', () => {
    const outcome = run(configOf({ minBatchSize: 1 }, { enableAnomalyReplacement: true }), [1, 2, 3, null], 2, [
      replaced,
    ]);
    expect(resultOf(outcome).fields.threshold_minBatchSize).toBe(3);
  });
});

describe("stddev's replacement", () => {
  const params = { enableAnomalyReplacement: true, lambdaKeep: 0.25, alpha: 0.1 };

  it.each([
    ['above', 9],
    ['below', -9],
  ])('of a value %s', (_, target) => {
    const { fields } = resultOf(run(configOf({ minBatchSize: 3 }, params), [1, 2, 3], target));
    const seed = `flights/delay:${firstMs + 3 * dayMs}`;
    const drawn = replacementOf(target, 2, { lower: 0, upper: 4 }, { alpha: 0.1, lambdaKeep: 0.25, seed });
    expect(fields).toMatchObject({
      seasonal_shouldReplace: true,
      seasonal_lambdaKeep: 0.25,
      seasonal_adjusted_prediction: drawn.adjusted,
      seasonal_replacement: drawn.replacement,
    });
  });

  it('is asked of the computed bounds, not of the static ones, and of both sides', () => {
    const narrow = configOf({ minBatchSize: 3, maxUpperThreshold: 2.5, thresholdType: 'upper' }, params);
    expect(run(narrow, [1, 2, 3], 3)).toMatchObject({ anomalyCount: 1, fields: { seasonal_shouldReplace: false } });
    expect(run(narrow, [1, 2, 3], -1)).toMatchObject({ anomalyCount: 0, fields: { seasonal_shouldReplace: true } });
  });

  it.each([2, 4, 0])('has nothing for the value %d within', (target) => {
    const { fields } = resultOf(run(configOf({ minBatchSize: 3 }, params), [1, 2, 3], target));
    expect(fields.seasonal_shouldReplace).toBe(false);
    expect(fields).not.toHaveProperty('seasonal_replacement');
  });

  it('is not there unless it is asked for', () => {
    expect(resultOf(run(configOf({ minBatchSize: 3 }), [1, 2, 3], 9)).fields).not.toHaveProperty(
      'seasonal_shouldReplace'
    );
  });
});
