import type { AnalyzerFacts } from './lint.ts';
import { parseAnalyzer } from '../parse-analyzer.ts';
import { dominantBinShare, lintAnalyzer, maxDistinctItems, seasonalBatches } from './lint-analyzer.ts';
import { isSum, metricRange } from './metric-range.ts';
import { largestDistances } from './threshold-lints.ts';

const window = (size: number) => ({ type: 'TrailingWindow', size });
const baseline = window(7);
const drift = (changes: object) => ({ type: 'drift', metric: 'histogram', threshold: 0.5, baseline, ...changes });

function lints(config: object, facts: AnalyzerFacts = {}, targetSize = 1): readonly (readonly [string, string])[] {
  const { analyzer, dropped } = parseAnalyzer({ config, targetSize }, 'daily');
  if (analyzer === null) {
    throw new Error(dropped?.explanation);
  }
  return lintAnalyzer(analyzer, facts).map(({ code, text }) => [code, text]);
}

describe('lintAnalyzer', () => {
  it.each([
    [drift({}), {}],
    [drift({ minBatchSize: 7 }), {}],
    [drift({ minBatchSize: 8, baseline: { type: 'Reference', profileId: 'r' } }), {}],
    [{ type: 'stddev', metric: 'count', baseline }, {}],
    [{ type: 'seasonal', metric: 'count', baseline: window(30) }, {}],
    [{ type: 'conjunction', analyzerIds: ['a', 'b'] }, {}],
    [{ type: 'column_list', metric: 'column_list', baseline }, {}],
    [{ type: 'fixed', metric: 'count_null_ratio', lower: 0, upper: 0.1 }, {}],
    [{ type: 'fixed', metric: 'count_null_ratio', lower: 0.1, upper: 1 }, {}],
    [{ type: 'fixed', metric: 'mean', lower: -5, upper: 5, nConsecutive: 1 }, {}],
    // Facts of other analyzers.
    [
      { type: 'fixed', metric: 'mean', upper: 5 },
      { distinct: 1e6, largestBinShare: 1 },
    ],
    [drift({}), { distinct: 1e6, largestBinShare: 0.95 }],
    [drift({}), { distinct: null, largestBinShare: null }],
    [drift({ bins: 'equal_mass' }), { largestBinShare: 1 }],
    [drift({ metric: 'frequent_items' }), { distinct: 100, largestBinShare: 1 }],
  ])('says nothing of %j with %j', (config, facts) => {
    expect(lints(config, facts)).toEqual([]);
  });

  it.each([
    [
      { type: 'stddev', metric: 'mean', minBatchSize: 8, baseline },
      "minBatchSize 8 is more than the window's 7 batches, so there is never a verdict. Remedy: at most 7",
    ],
    [
      drift({ minBatchSize: 8 }),
      "minBatchSize 8 is more than the window's 7 batches, so one missing batch suppresses the verdict. Remedy: at most 7",
    ],
    [
      { type: 'seasonal', metric: 'count', baseline: window(29) },
      'a seasonal forecast needs 30 baseline batches and the window has 29, so there is never a verdict. Remedy: a size of 30 or more, such as 90',
    ],
    [
      { type: 'seasonal', metric: 'count', minBatchSize: 61, baseline: window(60) },
      "minBatchSize 61 is more than the window's 60 batches, so there is never a verdict. Remedy: at most 60",
    ],
  ])('window-too-small: %j', (config, text) => {
    expect(lints(config)).toEqual([['window-too-small', text]]);
  });

  const diff = (changes: object) => ({
    type: 'diff',
    metric: 'count',
    mode: 'pct',
    threshold: 10,
    baseline,
    ...changes,
  });
  const remedy = 'Remedy: CurrentBatch with offset 1 or 7, stddev, or a ratio';

  it.each([
    // 1 of 7 days: 100 * (1 - 1/7) = 85.7.
    [
      diff({}),
      1,
      `count of 1 batch is compared with the sum of 7, about 86 per cent below it when nothing has changed. ${remedy}`,
    ],
    [
      diff({}),
      2,
      `count of 2 batches is compared with the sum of 7, about 71 per cent below it when nothing has changed. ${remedy}`,
    ],
    [
      diff({}),
      14,
      `count of 14 batches is compared with the sum of 7, about 100 per cent above it when nothing has changed. ${remedy}`,
    ],
    [diff({ mode: 'abs' }), 1, `count of 1 batch is compared with the sum of 7. ${remedy}`],
    [diff({ metric: 'COUNT_NULL', mode: 'abs' }), 1, `COUNT_NULL of 1 batch is compared with the sum of 7. ${remedy}`],
    [
      diff({ baseline: { type: 'TimeRange', range: { start: '2022-01-01T00:00:00Z', end: '2022-02-01T00:00:00Z' } } }),
      1,
      `count of 1 batch is compared with the sum of all batches of its range. ${remedy}`,
    ],
    [
      diff({ baseline: { type: 'CurrentBatch', offset: 7 } }),
      2,
      `count of 2 batches is compared with the sum of 1. ${remedy}`,
    ],
    [{ type: 'comparison', metric: 'count', baseline }, 1, `count of 1 batch is compared with the sum of 7. ${remedy}`],
    [
      { type: 'list_comparison', metric: 'count', baseline },
      1,
      `count of 1 batch is compared with the sum of 7. ${remedy}`,
    ],
  ])('sum-of-batches: %j with a target of %d', (config, targetSize, text) => {
    expect(lints(config, {}, targetSize)).toEqual([['sum-of-batches', `a baseline is merged, so ${text}`]]);
  });

  it.each([
    [diff({}), 7],
    [diff({ metric: 'mean' }), 1],
    [diff({ metric: 'count_null_ratio' }), 1],
    [diff({ baseline: { type: 'CurrentBatch', offset: 7 } }), 1],
    [diff({ baseline: { type: 'Reference', profileId: 'r' } }), 1],
    [{ type: 'comparison', metric: 'count', expected: { int: 1 }, baseline }, 1],
    [{ type: 'comparison', metric: 'count', expected: { int: 1 } }, 1],
  ])('no sum-of-batches: %j with a target of %d', (config, targetSize) => {
    expect(lints(config, {}, targetSize)).toEqual([]);
  });

  it.each([
    [drift({ threshold: 1 }), 'hellinger is at most 1, so the threshold 1 is never exceeded. Remedy: a smaller one'],
    [
      drift({ algorithm: 'jensenshannon', threshold: 0.84 }),
      'jensenshannon is at most 0.832555, so the threshold 0.84 is never exceeded. Remedy: a smaller one',
    ],
    [
      drift({ algorithm: 'kl_divergence', threshold: 17 }),
      'kl_divergence is at most 16.1181, so the threshold 17 is never exceeded. Remedy: a smaller one',
    ],
    [
      drift({ algorithm: 'psi', threshold: 33 }),
      'psi is at most 32.2362, so the threshold 33 is never exceeded. Remedy: a smaller one',
    ],
    [
      drift({ algorithm: 'ks_test', threshold: 1 }),
      'ks_test is at most 1, so the threshold 1 is never exceeded. Remedy: a smaller one',
    ],
    [
      drift({ algorithm: 'variation_distance', threshold: 1 }),
      'variation_distance is at most 1, so the threshold 1 is never exceeded. Remedy: a smaller one',
    ],
    [
      { type: 'fixed', metric: 'count_null_ratio', upper: 1 },
      'count_null_ratio lies between 0 and 1, so the bounds are never left. Remedy: bounds within',
    ],
    [
      { type: 'fixed', metric: 'missingDatapoint', upper: 2 },
      'missingDatapoint lies between 0 and 1, so the bounds are never left. Remedy: bounds within',
    ],
    [
      { type: 'fixed', metric: 'count', lower: 0 },
      'count is never below 0, so the bounds are never left. Remedy: bounds within',
    ],
    [
      { type: 'fixed', metric: 'count_null_ratio', lower: 0, upper: 50 },
      'count_null_ratio lies between 0 and 1, so the bounds are never left. Remedy: bounds within',
    ],
    [
      { type: 'fixed', metric: 'count_null_ratio', lower: 0.2, upper: 50 },
      'count_null_ratio lies between 0 and 1, so upper 50 is never left. Remedy: a bound within; a share is no percentage',
    ],
    [
      { type: 'fixed', metric: 'classification_f1', lower: -1, upper: 0.5 },
      'classification_f1 lies between 0 and 1, so lower -1 is never left. Remedy: a bound within; a share is no percentage',
    ],
    [
      { type: 'fixed', metric: 'count', lower: -1, upper: 5 },
      'count is never below 0, so lower -1 is never left. Remedy: a bound within',
    ],
    [
      diff({ metric: 'count_null_ratio', mode: 'abs', threshold: 1 }),
      'count_null_ratio lies between 0 and 1, so no difference exceeds 1. Remedy: a smaller threshold, or mode pct',
    ],
    [
      diff({ metric: 'unique_est', thresholdType: 'lower', threshold: 100 }),
      'unique_est cannot fall by more than 100 per cent, so the threshold 100 is never exceeded. Remedy: a smaller one',
    ],
  ])('unreachable: %j', (config, text) => {
    expect(lints(config)).toEqual([['unreachable', text]]);
  });

  it.each([
    drift({ threshold: 0.999 }),
    drift({ threshold: 0 }),
    drift({ algorithm: 'jensenshannon', threshold: 0.83 }),
    drift({ algorithm: 'kl_divergence', threshold: 16.118 }),
    drift({ algorithm: 'wasserstein', threshold: 1e9 }),
    drift({ algorithm: 'chi_square', threshold: 1e9 }),
    diff({ metric: 'unique_est', thresholdType: 'upper', threshold: 200 }),
    diff({ metric: 'unique_est', thresholdType: 'lower', threshold: 99 }),
    diff({ metric: 'unique_est', threshold: 200 }),
    diff({ metric: 'mean', thresholdType: 'lower', threshold: 200 }),
    diff({ metric: 'mean', mode: 'abs', threshold: 1e9 }),
    diff({ metric: 'count_null_ratio', mode: 'abs', threshold: 0.9 }),
    { type: 'stddev', metric: 'count_null_ratio', maxUpperThreshold: 0, minLowerThreshold: 0, baseline },
    { type: 'stddev', metric: 'mean', maxUpperThreshold: -5, baseline },
  ])('not unreachable: %j', (config) => {
    expect(lints(config)).toEqual([]);
  });

  it.each([
    [3, 2, 'a target of 3 buckets has 2 steps, so numBuckets 3 is never reached. Remedy: targetSize 4 or more'],
    [1, 0, 'a target of 1 buckets has 0 steps, so numBuckets 3 is never reached. Remedy: targetSize 4 or more'],
  ])('unreachable: monotonic with a target of %d', (targetSize, _steps, text) => {
    const config = { type: 'monotonic', metric: 'count', direction: 'INCREASING', numBuckets: 3 };
    expect(lints(config, {}, targetSize)).toEqual([['unreachable', text]]);
    expect(lints(config, {}, 4)).toEqual([]);
  });

  it.each([
    [
      drift({ threshold: -0.1 }),
      'a distance is never below 0, so the threshold -0.1 always alerts. Remedy: a threshold above 0',
    ],
    [
      { type: 'fixed', metric: 'count', upper: -1 },
      'count is never below 0, so upper -1 always alerts. Remedy: a bound within',
    ],
    [
      { type: 'fixed', metric: 'count_null_ratio', lower: 5 },
      'count_null_ratio lies between 0 and 1, so lower 5 always alerts. Remedy: a bound within',
    ],
    [
      { type: 'fixed', metric: 'mean', upper: 1, nConsecutive: 0 },
      'nConsecutive 0 means the same as 1, every breach. Remedy: 2 or more, or remove it',
    ],
    [
      { type: 'stddev', metric: 'count_null_ratio', maxUpperThreshold: -1, baseline },
      'count_null_ratio lies between 0 and 1, so maxUpperThreshold -1 always alerts. Remedy: a bound within',
    ],
    [
      { type: 'seasonal', metric: 'count_null_ratio', minLowerThreshold: 2, baseline: window(90) },
      'count_null_ratio lies between 0 and 1, so minLowerThreshold 2 always alerts. Remedy: a bound within',
    ],
  ])('always-alerts: %j', (config, text) => {
    expect(lints(config)).toEqual([['always-alerts', text]]);
  });

  const items =
    'distinct values and frequent_items holds some 100, so the rest is missing from the comparison. Remedy: the metric histogram for numbers, unique_est, or a coarser column';

  it.each([
    [drift({ metric: 'frequent_items' }), { distinct: 100.6 }, `the column has about 101 ${items}`],
    [
      { type: 'frequent_string_comparison', metric: 'frequent_items', operator: 'eq', baseline },
      { distinct: 5000, column: 'city' },
      `"city" has about 5000 ${items}`,
    ],
  ])('high-cardinality: %j', (config, facts, text) => {
    expect(lints(config, facts)).toEqual([['high-cardinality', text]]);
  });

  it.each([
    [0.9512, 'one bin holds 95.1 per cent of "amount"'],
    [1, 'one bin holds 100 per cent of "amount"'],
  ])('one-bin: a share of %d', (largestBinShare, text) => {
    expect(lints(drift({}), { largestBinShare, column: 'amount' })).toEqual([
      [
        'one-bin',
        `${text}, probably because of a few far values, so changes inside it are not seen. Remedy: bins equal_mass`,
      ],
    ]);
  });

  it('says several things of one analyzer', () => {
    const config = drift({ threshold: 2, minBatchSize: 9 });
    expect(lints(config, { largestBinShare: 1 }).map(([code]) => code)).toEqual([
      'window-too-small',
      'unreachable',
      'one-bin',
    ]);
  });
});

describe('what the lints go by', () => {
  it('are named limits', () => {
    expect([dominantBinShare, maxDistinctItems, seasonalBatches]).toEqual([0.95, 100, 30]);
  });

  it('are the largest distances of the golden rows 35, 40 and 41', () => {
    expect(largestDistances.hellinger).toBe(1);
    expect(largestDistances.jensenshannon).toBeCloseTo(0.83255461, 8);
    // The row's distance is less by the share of the other cell, 1e-7 ln 1e-7.
    expect(largestDistances.kl_divergence).toBeCloseTo(16.11809403 + 1.6118e-6, 7);
    expect(largestDistances.psi).toBeGreaterThan(32.23618806);
    expect(largestDistances.psi).toBeLessThan(32.2363);
  });

  it.each([
    ['count', true],
    ['COUNT_BOOL', true],
    ['profile_count', true],
    ['mean', false],
    ['count_null_ratio', false],
    ['unique_est', false],
    ['custom', false],
  ])('%s is a sum: %j', (metric, expected) => {
    expect(isSum(metric)).toBe(expected);
  });

  it.each([
    ['count_string_ratio', 0, 1],
    ['missingDatapoint', 0, 1],
    ['classification.auc', 0, 1],
    ['classification_fpr', 0, 1],
    ['count', 0, Infinity],
    ['stddev', 0, Infinity],
    ['unique_est', 0, Infinity],
    ['unique_est_ratio', 0, Infinity],
    ['shape_column_count', 0, Infinity],
    ['regression.mae', 0, Infinity],
    ['mean', -Infinity, Infinity],
    // May be negative in runs that are dated back.
    ['secondsSinceLastUpload', -Infinity, Infinity],
    ['custom', -Infinity, Infinity],
  ])('%s lies between %d and %d', (metric, min, max) => {
    expect(metricRange(metric)).toEqual({ min, max });
  });
});
