import type { MonotonicConfig } from '../contract/index.ts';
import { monotonic } from './index.ts';
import { resultOf } from './testing/outcome.ts';
import { daily } from './testing/series.ts';

function configOf(direction: MonotonicConfig['direction'], numBuckets = 1): MonotonicConfig {
  return { type: 'monotonic', metric: 'count', numBuckets, direction };
}

const times = (points: readonly (readonly [number, number])[]) => points.map(([timeMs, value]) => ({ timeMs, value }));

describe('monotonic', () => {
  it('#57', () => {
    const falling = times([
      [0, 6],
      [2, 5],
      [3, 4],
      [6, 3],
    ]);
    const withRise = times([
      [0, 6],
      [2, 5],
      [3, 4],
      [4, 5],
      [6, 3],
    ]);
    expect(resultOf(monotonic(configOf('INCREASING'), { series: falling })).anomalyCount).toBe(0);
    expect(resultOf(monotonic(configOf('INCREASING'), { series: withRise })).anomalyCount).toBe(1);
  });

  it.each<[string, MonotonicConfig['direction'], number, readonly number[], number, 0 | 1]>([
    ['no batch', 'INCREASING', 1, [], 0, 0],
    ['one batch', 'INCREASING', 1, [5], 0, 0],
    ['equal neighbours', 'INCREASING', 1, [5, 5, 5], 0, 0],
    ['equal neighbours', 'DECREASING', 1, [5, 5, 5], 0, 0],
    ['zeros of either sign', 'INCREASING', 1, [-0, 0], 0, 0],
    ['just enough steps', 'INCREASING', 2, [1, 2, 3], 2, 1],
    ['one step too few', 'INCREASING', 3, [1, 2, 3], 2, 0],
    ['steps apart', 'INCREASING', 2, [1, 2, 0, 1], 2, 1],
    ['steps down', 'DECREASING', 2, [3, 2, 2, 1], 2, 1],
    ['steps down among steps up', 'DECREASING', 2, [1, 2, 0, 1], 1, 0],
    ['NaN, which is no step', 'INCREASING', 1, [1, NaN, 2], 0, 0],
    ['NaN, which is no step', 'DECREASING', 1, [2, NaN, 1], 0, 0],
    ['infinities', 'INCREASING', 2, [-Infinity, 0, Infinity], 2, 1],
  ])('%s, %s by %d', (_, direction, numBuckets, values, steps, expected) => {
    expect(monotonic(configOf(direction, numBuckets), { series: daily(values) })).toMatchObject({
      anomalyCount: expected,
      fields: {
        threshold_metricValue: steps,
        threshold_absoluteUpper: numBuckets,
        threshold_type: direction === 'INCREASING' ? 'upper' : 'lower',
      },
    });
  });

  it.each<[MonotonicConfig['direction'], number, string]>([
    ['INCREASING', 2, 'count rose 2 times over 4 batches, at least the limit 2'],
    ['DECREASING', 2, 'count fell 1 time over 4 batches, fewer than the limit 2'],
  ])('%s by %d explains itself', (direction, numBuckets, explanation) => {
    const outcome = monotonic(configOf(direction, numBuckets), { series: daily([1, 2, 3, 1]) });
    expect(resultOf(outcome).explanation).toBe(explanation);
  });

  it('explains a single batch', () => {
    expect(resultOf(monotonic(configOf('INCREASING'), { series: daily([1]) })).explanation).toBe(
      'count rose 0 times over 1 batch, fewer than the limit 1'
    );
  });

  it('fails when a batch has no value', () => {
    expect(monotonic(configOf('INCREASING'), { series: daily([1, null, 3]) })).toEqual({
      kind: 'failure',
      failureType: 'CalculationException',
      explanation:
        'monotonic expected non-null values, but the batch of 2021-09-18T00:00:00.000Z has no count; ' +
        'choose a metric that every batch has, or a smaller targetSize',
    });
  });
});
