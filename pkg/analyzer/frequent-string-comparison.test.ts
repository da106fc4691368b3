import type { FrequentStringComparisonConfig } from '../contract/index.ts';
import type { FrequentItems } from '../sketch/index.ts';
import { FrequentItemsBuilder } from '../sketch/index.ts';
import { comparedLength, frequentStringComparison, maxSampledItems } from './frequent-string-comparison.ts';
import { resultOf, trailingWindow } from './testing/outcome.ts';

type Operator = FrequentStringComparisonConfig['operator'];
const operators: readonly Operator[] = ['eq', 'target_includes_all_baseline', 'baseline_includes_all_target'];

function configOf(operator: Operator): FrequentStringComparisonConfig {
  return { type: 'frequent_string_comparison', metric: 'frequent_items', operator, baseline: trailingWindow };
}

/** A sketch of texts, in the order given; a number behind a text repeats it. */
function sketch(...texts: (string | readonly [string, number])[]): FrequentItems {
  const builder = new FrequentItemsBuilder();
  for (const text of texts) {
    const [value, weight] = typeof text === 'string' ? ([text, 1] as const) : text;
    builder.update(value, weight);
  }
  return builder.toSketch();
}

function run(operator: Operator, target: FrequentItems, baseline: FrequentItems) {
  return resultOf(frequentStringComparison(configOf(operator), { target: [target], baseline: [baseline] }));
}

describe('frequent_string_comparison', () => {
  it.each(operators)('#53 %s of the same texts in another order', (operator) => {
    const outcome = run(operator, sketch('foo3', 'foo1', 'foo2'), sketch('foo1', 'foo2', 'foo3'));
    expect(outcome.anomalyCount).toBe(0);
  });

  it.each<[Operator, 0 | 1, readonly string[] | null]>([
    ['eq', 1, ['foo2', 'foo3']],
    ['target_includes_all_baseline', 1, ['foo2', 'foo3']],
    ['baseline_includes_all_target', 0, null],
  ])('#54 %s of one of three texts', (operator, anomalyCount, sample) => {
    expect(run(operator, sketch('foo1'), sketch('foo1', 'foo2', 'foo3'))).toMatchObject({
      anomalyCount,
      fields: {
        frequentStringComparison_operator: operator,
        frequentStringComparison_sample: sample,
        freqStringCount:
          sample === null
            ? null
            : [
                [1, 1, 1],
                [1, 1, 1],
              ],
      },
    });
  });

  it('#55 compares the first 128 characters', () => {
    expect(comparedLength).toBe(128);
    const start = 'x'.repeat(128);
    expect(run('eq', sketch(`${start}a`), sketch(`${start}b`)).anomalyCount).toBe(0);
    expect(run('eq', sketch(`${start.slice(1)}a`), sketch(`${start.slice(1)}b`)).anomalyCount).toBe(1);
  });

  it('#56 samples five texts at most', () => {
    expect(maxSampledItems).toBe(5);
    const outcome = run('eq', sketch('a'), sketch('a', 'b', 'c', 'd', 'e', 'f', 'g'));
    expect(outcome.fields.frequentStringComparison_sample).toEqual(['b', 'c', 'd', 'e', 'f']);
    expect(outcome.fields.freqStringCount).toHaveLength(5);
    expect(run('eq', sketch('a'), sketch('a', 'b', 'c', 'd', 'e', 'f')).fields.frequentStringComparison_sample).toEqual(
      ['b', 'c', 'd', 'e', 'f']
    );
  });

  it.each<[Operator, 0 | 1, readonly string[] | null]>([
    ['eq', 1, ['new']],
    ['target_includes_all_baseline', 0, null],
    ['baseline_includes_all_target', 1, ['new']],
  ])('%s of a text that came', (operator, anomalyCount, sample) => {
    expect(run(operator, sketch('a', 'new'), sketch('a'))).toMatchObject({
      anomalyCount,
      fields: { frequentStringComparison_sample: sample },
    });
  });

  it('takes the symmetric difference, the frequent ones first, with their counts', () => {
    const outcome = run('eq', sketch('a', 'rare', ['often', 9]), sketch('a', ['gone', 3]));
    expect(outcome.fields).toEqual({
      frequentStringComparison_operator: 'eq',
      frequentStringComparison_sample: ['often', 'rare', 'gone'],
      freqStringCount: [
        [9, 9, 9],
        [1, 1, 1],
        [3, 3, 3],
      ],
    });
  });

  it('takes a window for one side, with its bounds', () => {
    const builder = new FrequentItemsBuilder(3);
    builder.update('often', 50);
    for (const text of ['b', 'c', 'd', 'e', 'f', 'g']) {
      builder.update(text);
    }
    const purged = builder.toSketch();
    expect([purged.offset, purged.items.length]).toEqual([1, 1]);
    const outcome = resultOf(
      frequentStringComparison(configOf('eq'), { target: [sketch('a'), sketch('b')], baseline: [sketch('b'), purged] })
    );
    expect(outcome.fields.frequentStringComparison_sample).toEqual(['a', 'often']);
    expect(outcome.fields.freqStringCount).toEqual([
      [1, 1, 1],
      [50, 49, 50],
    ]);
  });

  it('is case-sensitive and knows the empty text', () => {
    expect(run('eq', sketch('A'), sketch('a')).fields.frequentStringComparison_sample).toEqual(['A', 'a']);
    expect(run('eq', sketch('a', ''), sketch('a')).fields.frequentStringComparison_sample).toEqual(['']);
    expect(run('eq', sketch(), sketch('a')).anomalyCount).toBe(1);
    expect(run('eq', sketch(), sketch()).anomalyCount).toBe(0);
  });

  it('does not cut a pair of surrogates in half', () => {
    const text = `${'x'.repeat(127)}😀`;
    const outcome = run('eq', sketch(text), sketch('a'));
    expect(outcome.fields.frequentStringComparison_sample?.[0]).toBe('x'.repeat(127));
    const whole = `${'x'.repeat(126)}😀`;
    expect(run('eq', sketch(whole), sketch('a')).fields.frequentStringComparison_sample?.[0]).toBe(whole);
  });

  it('counts texts once that are cut to the same, by the most frequent', () => {
    const start = 'x'.repeat(128);
    const outcome = run('eq', sketch(`${start}a`, [`${start}b`, 7]), sketch('y'));
    expect(outcome.fields.freqStringCount).toEqual([
      [7, 7, 7],
      [1, 1, 1],
    ]);
  });

  it.each<[Operator, string]>([
    [
      'eq',
      'frequent_items: 1 text of the target is not in the baseline, 2 texts of the baseline are not in the target',
    ],
    ['target_includes_all_baseline', 'frequent_items: 2 texts of the baseline are not in the target'],
    ['baseline_includes_all_target', 'frequent_items: 1 text of the target is not in the baseline'],
  ])('%s explains itself without the texts', (operator, explanation) => {
    expect(run(operator, sketch('a', 'b'), sketch('b', 'c', 'd')).explanation).toBe(explanation);
  });

  it.each<[Operator, string]>([
    [
      'eq',
      'frequent_items: 2 texts of the target are not in the baseline, 1 text of the baseline is not in the target',
    ],
    ['baseline_includes_all_target', 'frequent_items: 2 texts of the target are not in the baseline'],
  ])('%s explains itself in the plural', (operator, explanation) => {
    expect(run(operator, sketch('a', 'b', 'c'), sketch('b', 'd')).explanation).toBe(explanation);
  });

  it('has no result without a target', () => {
    expect(frequentStringComparison(configOf('eq'), { target: [], baseline: [sketch('a')] })).toEqual({
      kind: 'none',
      reason: 'the target has no frequent items',
    });
  });

  it('fails without a baseline', () => {
    expect(frequentStringComparison(configOf('eq'), { target: [sketch('a')], baseline: [] })).toEqual({
      kind: 'failure',
      failureType: 'RollupBaselineRequired',
      explanation:
        'frequent_string_comparison needs a baseline with frequent_items and none of its batches has them; ' +
        'choose another baseline, or a column whose texts are counted',
    });
  });
});
