import type { DistanceName, DriftAlgorithm, DriftConfig } from '../contract/index.ts';
import type { FrequentItems, KllSketch } from '../sketch/index.ts';
import { emptyKll } from '../sketch/index.ts';
import { distance, drift } from './index.ts';
import { driftConfig } from './testing/drift-config.ts';
import { resultOf } from './testing/outcome.ts';
import { exactKll, frequentItems, weightedKll } from './testing/sketches.ts';

function ofNumbers(baseline: readonly KllSketch[], target: readonly KllSketch[], options: Partial<DriftConfig> = {}) {
  return drift(driftConfig(options), { kind: 'histogram', baseline, target });
}

function ofTexts(
  baseline: readonly FrequentItems[],
  target: readonly FrequentItems[],
  options: Partial<DriftConfig> = {}
) {
  return drift(driftConfig({ metric: 'frequent_items', ...options }), { kind: 'frequent_items', baseline, target });
}

const v34 = [0.32573783, 0.26860953, 0.14846763, 0.10319746, 0.15398756];
const w34 = [0.32450529, 0.04326352, 0.26435823, 0.31585057, 0.05202239];
const v36 = [0.32, 0.16, 0.28, 0.04, 0.2];
const w36 = [0.25, 0.0625, 0.4375, 0.1875, 0.0625];
const v39 = [0.5826087, 0.1, 0.05217391, 0.24782609, 0.0173913];
const w39 = [0.67346939, 0.05102041, 0.00340136, 0.10884354, 0.16326531];

describe('distances of vectors', () => {
  it.each<[string, DistanceName, readonly number[], readonly number[], number]>([
    ['#34', 'hellinger', v34, w34, 0.31451829],
    ['#35', 'hellinger', [0, 1], [1, 0], 1],
    ['#35', 'hellinger', [0.5, 0.5], [0.5, 0.5], 0],
    ['#35', 'hellinger', [1], [0], 0.70710678],
    ['#36', 'kl_divergence', v36, w36, 0.27527018],
    ['#37', 'psi', v36, w36, 0.56702703],
    ['#38', 'jensenshannon', v36, w36, 0.258473],
    ['#39', 'kl_divergence', v39, w39, 0.2902839],
    ['#39', 'psi', v39, w39, 0.6203258],
    ['#39', 'jensenshannon', v39, w39, 0.25777927],
    ['#40', 'jensenshannon', [0, 1], [1, 0], 0.83255461],
    ['#41', 'kl_divergence', [0, 1], [1, 0], 16.11809403],
    ['#41', 'psi', [0, 1], [1, 0], 32.23618806],
  ])('%s: %s of %p from %p', (_, name, baseline, target, expected) => {
    expect(Math.abs(distance(name, Float64Array.from(baseline), Float64Array.from(target)) - expected)).toBeLessThan(
      1e-7
    );
  });
});

describe('drift of numbers', () => {
  const six = exactKll(600, 600);
  const seven = exactKll(600, 600, 700, 700);
  const empty = emptyKll(1024);

  it.each<[string, KllSketch, KllSketch, number, 0 | 1]>([
    ['#42, the same', six, six, 0, 0],
    ['#42, an empty target', seven, empty, 1, 1],
    ['#42, an empty baseline', empty, seven, 1, 1],
    ['#42, both empty', empty, empty, 0, 0],
    ['#43', exactKll(1, 5, 16, 22), exactKll(2, 3, 4, 12), 1, 1],
  ])('%s', (_, baseline, target, value, anomalyCount) => {
    expect(ofNumbers([baseline], [target])).toMatchObject({ anomalyCount, fields: { drift_metricValue: value } });
  });

  // The original takes a merged baseline and finds nothing for five entries; here a window is what its batches add to.
  it('#46: five entries of a baseline are one window', () => {
    const entries = [exactKll(1), exactKll(2), exactKll(3), exactKll(4), exactKll(5)];
    expect(ofNumbers(entries, [six])).toEqual(ofNumbers([exactKll(1, 2, 3, 4, 5)], [six]));
  });

  it('has all fields that WhyLabs names, and the bins', () => {
    const outcome = ofNumbers([exactKll(0, 1, 2, 15)], [exactKll(15, 30)]);
    const bins = Array.from({ length: 30 }, (_, i) => i);
    const shares = (filled: Readonly<Record<number, number>>): number[] => bins.map((bin) => filled[bin] ?? 0);
    // Squares of differences of roots: three of 1/4, (sqrt(1/2) - 1/2)^2 and 1/2.
    const middle = (Math.sqrt(0.5) - 0.5) ** 2;
    const sum = 1.25 + middle;
    expect(resultOf(outcome)).toEqual({
      kind: 'result',
      anomalyCount: 1,
      fields: {
        drift_metricValue: expect.closeTo(Math.sqrt(sum / 2), 14) as number,
        drift_threshold: 0.3,
        algorithm: 'hellinger',
        algorithmMode: 'histogram',
      },
      explanation:
        'Hellinger distance 0.804019 is above the threshold 0.3; bins [0, 1) (25 % → 0 %) and [29, 30] (0 % → 50 %) make 58 % of it',
      cells: {
        edges: bins,
        end: 30,
        items: null,
        baseline: shares({ 0: 0.25, 1: 0.25, 2: 0.25, 15: 0.25 }),
        target: shares({ 15: 0.5, 29: 0.5 }),
        contribution: expect.any(Array) as number[],
      },
    });
    const contribution = resultOf(outcome).cells?.contribution ?? [];
    expect(contribution[0]).toBeCloseTo(0.25 / sum, 14);
    expect(contribution[15]).toBeCloseTo(middle / sum, 14);
    expect(contribution[29]).toBeCloseTo(0.5 / sum, 14);
    expect(contribution.reduce((total, share) => total + share)).toBeCloseTo(1, 14);
  });

  it('names the reference profile', () => {
    const baseline = { type: 'Reference', profileId: 'ref-1' } as const;
    expect(resultOf(ofNumbers([six], [six], { baseline })).fields.referenceProfileId).toBe('ref-1');
    expect(resultOf(ofNumbers([six], [six])).fields).not.toHaveProperty('referenceProfileId');
  });

  it('alerts strictly above the threshold', () => {
    // Hellinger of two apart is 1 exactly, of the same 0.
    expect(ofNumbers([exactKll(0)], [exactKll(1)], { threshold: 1 })).toMatchObject({ anomalyCount: 0 });
    expect(ofNumbers([exactKll(0)], [exactKll(1)], { threshold: 1 - 2 ** -53 })).toMatchObject({ anomalyCount: 1 });
    expect(ofNumbers([six], [six], { threshold: 0 })).toMatchObject({ anomalyCount: 0 });
    expect(ofNumbers([six], [six], { threshold: -0.1 })).toMatchObject({ anomalyCount: 1 });
    expect(ofNumbers([six], [empty], { threshold: 1 })).toMatchObject({ anomalyCount: 0 });
    expect(ofNumbers([empty], [empty], { threshold: 0 })).toMatchObject({ anomalyCount: 0 });
    expect(ofNumbers([empty], [empty], { threshold: -0.1 })).toMatchObject({ anomalyCount: 1 });
  });

  it.each<[string, KllSketch, KllSketch, string]>([
    ['nothing new', six, six, 'Hellinger distance 0 is not above the threshold 0.3'],
    [
      'an empty target',
      six,
      empty,
      'Hellinger distance 1 is above the threshold 0.3 (the target has no numbers, which counts as 1)',
    ],
    [
      'an empty baseline',
      empty,
      six,
      'Hellinger distance 1 is above the threshold 0.3 (the baseline has no numbers, which counts as 1)',
    ],
    [
      'two empty sides',
      empty,
      empty,
      'Hellinger distance 0 is not above the threshold 0.3 (neither side has numbers, which counts as 0)',
    ],
  ])('explains %s', (_, baseline, target, explanation) => {
    expect(resultOf(ofNumbers([baseline], [target])).explanation).toBe(explanation);
  });

  it('has no cells where a side is empty', () => {
    expect(resultOf(ofNumbers([six], [empty]))).not.toHaveProperty('cells');
  });

  it('has no distance left over from rounding', () => {
    const thirds = [weightedKll([[0, 1, 2]]), exactKll(0, 1, 2), exactKll(0, 1, 2)];
    for (const algorithm of ['hellinger', 'jensenshannon', 'kl_divergence', 'psi'] as const) {
      const { fields, cells } = resultOf(ofNumbers(thirds, [exactKll(0, 1, 2)], { algorithm }));
      expect(fields.drift_metricValue).toBe(0);
      expect(cells?.contribution.every((share) => share === 0)).toBe(true);
    }
  });

  it('can take bins of equal mass', () => {
    const values = Array.from({ length: 60 }, (_, i) => 2 ** i);
    const { cells } = resultOf(ofNumbers([exactKll(...values)], [exactKll(1)], { bins: 'equal_mass' }));
    expect(cells?.edges).toEqual(values.filter((_, i) => i % 2 === 0));
    expect(cells?.baseline).toEqual(Array.from({ length: 30 }, () => 1 / 30));
    expect(cells?.end).toBe(2 ** 59);
  });

  it.each<[DriftAlgorithm, string]>([
    [
      'hellinger',
      'Hellinger distance 1 is above the threshold 0.3; bins [0, 0.0333333) (100 % → 0 %) and [0.966667, 1] (0 % → 100 %) make 100 % of it',
    ],
    [
      'jensenshannon',
      'Jensen-Shannon distance 0.832555 is above the threshold 0.3; bins [0, 0.0333333) (100 % → 0 %) and [0.966667, 1] (0 % → 100 %) make 100 % of it',
    ],
    [
      'kl_divergence',
      'Kullback-Leibler divergence 16.1181 is above the threshold 0.3; bin [0, 0.0333333) (100 % → 0 %) makes 100 % of it',
    ],
    [
      'psi',
      'population stability index 32.2362 is above the threshold 0.3; bins [0, 0.0333333) (100 % → 0 %) and [0.966667, 1] (0 % → 100 %) make 100 % of it',
    ],
    [
      'ks_test',
      'Kolmogorov-Smirnov statistic 1 is above the threshold 0.3 (p-value 0); bins [0, 0.0333333) (100 % → 0 %) and [0.966667, 1] (0 % → 100 %) make 100 % of it',
    ],
    [
      'wasserstein',
      'Wasserstein distance 1 is above the threshold 0.3; bins [0, 0.0333333) (100 % → 0 %) and [0.0333333, 0.0666667) make 7 % of it',
    ],
    [
      'variation_distance',
      'total variation distance 1 is above the threshold 0.3; bins [0, 0.0333333) (100 % → 0 %) and [0.966667, 1] (0 % → 100 %) make 100 % of it',
    ],
    [
      'chi_square',
      'chi-square statistic 4 is above the threshold 0.3 (p-value 0.0455003 with 1 degree of freedom); bins [0, 0.0333333) (100 % → 0 %) and [0.966667, 1] (0 % → 100 %) make 100 % of it',
    ],
  ])('by %s explains itself', (algorithm, explanation) => {
    const outcome = resultOf(ofNumbers([exactKll(0, 0)], [exactKll(1, 1)], { algorithm }));
    expect(outcome.explanation).toBe(explanation);
    expect(outcome.fields.algorithm).toBe(algorithm);
  });

  it('has a p-value for the algorithms that are tests', () => {
    const fieldsOf = (algorithm: DriftAlgorithm, ...target: number[]) =>
      resultOf(ofNumbers([exactKll(0, 0, 1, 1)], [exactKll(...target)], { algorithm })).fields;
    // One of four against two: N = 4/3, rounded 1, where P(D >= 1/2) is 1. Chi-square: 3 of 6 and 2 degrees.
    expect(fieldsOf('ks_test', 1, 1)).toMatchObject({ drift_metricValue: 0.5, drift_pValue: 1 });
    expect(fieldsOf('chi_square', 1, 1)).toMatchObject({
      drift_metricValue: 1.5,
      drift_pValue: expect.closeTo(0.2207, 4) as number,
    });
    expect(fieldsOf('hellinger', 1, 1)).not.toHaveProperty('drift_pValue');
    expect(resultOf(ofNumbers([exactKll(0)], [exactKll(1)], { algorithm: 'ks_test' })).fields.drift_pValue).toBeNull();
  });

  it('has no record without a target, and fails without a baseline', () => {
    expect(ofNumbers([six], [])).toEqual({ kind: 'none', reason: 'the target has no histogram' });
    expect(ofNumbers([], [six])).toEqual({
      kind: 'failure',
      failureType: 'RollupBaselineRequired',
      explanation:
        'drift needs a baseline with histogram and none of its batches has it; choose another baseline or metric',
    });
  });

  it.each(['ks_test', 'wasserstein', 'chi_square'] as const)('by %s fails where one side is empty', (algorithm) => {
    expect(ofNumbers([six], [empty], { algorithm })).toEqual({
      kind: 'failure',
      failureType: 'CalculationException',
      explanation:
        `drift by ${algorithm} needs numbers on both sides and the target has no numbers; ` +
        'watch count_null_ratio beside it, or take hellinger, which is 1 then',
    });
    expect(ofNumbers([empty], [empty], { algorithm })).toMatchObject({ fields: { drift_metricValue: 0 } });
  });

  it.each(['jensenshannon', 'kl_divergence', 'psi', 'variation_distance'] as const)(
    'by %s is 1 where one side is empty',
    (algorithm) => {
      expect(ofNumbers([six], [empty], { algorithm })).toMatchObject({ fields: { drift_metricValue: 1 } });
    }
  );

  it.each([
    [exactKll(1, Infinity), exactKll(1)],
    [exactKll(1), exactKll(-Infinity)],
  ])('fails for infinite values', (baseline, target) => {
    for (const bins of ['equal_width', 'equal_mass'] as const) {
      expect(ofNumbers([baseline], [target], { bins })).toEqual({
        kind: 'failure',
        failureType: 'CalculationException',
        explanation:
          'drift of a histogram needs finite values and a side holds infinite ones; ' +
          'leave infinities out when profiling, or count them in a column of their own',
      });
    }
  });
});

describe('drift of texts', () => {
  const ones = (...texts: string[]): FrequentItems => frequentItems(Object.fromEntries(texts.map((text) => [text, 1])));
  const foo = ones('foo1', 'foo2', 'foo3', 'foo4', 'foo5');

  it.each<[string, FrequentItems, number]>([
    ['#44, all others', ones('bar1', 'bar2', 'bar3', 'bar4', 'bar5'), 1],
    ['#44, one the same', ones('foo1', 'bar2', 'bar3', 'bar4', 'bar5'), 0.89442719],
  ])('%s', (_, target, expected) => {
    const value = resultOf(ofTexts([foo], [target])).fields.drift_metricValue ?? NaN;
    expect(Math.abs(value - expected)).toBeLessThan(1e-8);
  });

  it('has the items as cells', () => {
    const { fields, cells, explanation } = resultOf(
      ofTexts([frequentItems({ a: 3, b: 1 })], [frequentItems({ b: 1 })], { algorithm: 'variation_distance' })
    );
    expect(fields).toEqual({
      drift_metricValue: 0.75,
      drift_threshold: 0.3,
      algorithm: 'variation_distance',
      algorithmMode: 'frequent_items',
    });
    expect(cells).toEqual({
      edges: null,
      end: null,
      items: ['a', 'b'],
      baseline: [0.75, 0.25],
      target: [0, 1],
      contribution: [0.5, 0.5],
    });
    expect(explanation).toBe(
      'total variation distance 0.75 is above the threshold 0.3; two items (75 % → 0 %, 25 % → 100 %) make 100 % of it'
    );
  });

  it('by chi-square counts the values of both windows', () => {
    // The table 10, 10, 20 over 20, 20, 20 of SciPy's documentation: 2.7777…, 2 degrees, p 0.24935.
    const baseline = [frequentItems({ a: 4, c: 20 }), frequentItems({ a: 6, b: 10 })];
    const outcome = resultOf(ofTexts(baseline, [frequentItems({ a: 20, b: 20, c: 20 })], { algorithm: 'chi_square' }));
    expect(outcome.fields.drift_metricValue).toBeCloseTo(25 / 9, 12);
    expect(outcome.fields.drift_pValue).toBeCloseTo(0.24935220877729619, 10);
    expect(outcome.explanation).toMatch(
      /^chi-square statistic 2\.77778 is above the threshold 0\.3 \(p-value 0\.249352 with 2 degrees of freedom\); two items \(50 % → 33 %, 25 % → 33 %\) make 80 % of it$/
    );
  });

  it.each<[string, FrequentItems, FrequentItems, string]>([
    ['target', foo, frequentItems({}), 'the target has no texts'],
    ['baseline', frequentItems({}), foo, 'the baseline has no texts'],
    ['side', frequentItems({}), frequentItems({}), 'neither side has texts'],
  ])('has no value for an empty %s, and never alerts', (_, baseline, target, lack) => {
    const outcome = ofTexts([baseline], [target], { threshold: -1 });
    expect(outcome).toEqual({
      kind: 'result',
      anomalyCount: 0,
      fields: {
        drift_metricValue: null,
        drift_threshold: -1,
        algorithm: 'hellinger',
        algorithmMode: 'frequent_items',
      },
      explanation: `Hellinger distance has no value, which never alerts: ${lack}`,
    });
  });

  it.each(['ks_test', 'wasserstein'] as const)('by %s fails', (algorithm) => {
    expect(ofTexts([foo], [foo], { algorithm })).toEqual({
      kind: 'failure',
      failureType: 'IncompatibleTypes',
      explanation:
        `drift by ${algorithm} needs numbers and the metric frequent_items has texts; ` +
        'take the metric histogram, or an algorithm for texts such as hellinger or chi_square',
    });
  });

  it('has no record without a target, and fails without a baseline', () => {
    expect(ofTexts([foo], [])).toEqual({ kind: 'none', reason: 'the target has no frequent_items' });
    expect(ofTexts([], [foo])).toMatchObject({
      failureType: 'RollupBaselineRequired',
      explanation: expect.stringContaining('drift needs a baseline with frequent_items') as string,
    });
  });
});
