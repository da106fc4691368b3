import type { PriorResult } from '../prior-result.ts';
import { baselineValues, presentCount } from './baseline-values.ts';
import { flagged, points } from './testing/config.ts';

describe('the values of a baseline', () => {
  it.each<[string, (number | null)[], number[]]>([
    ['nothing', [], []],
    ['whole', [1, -0, 3], [1, -0, 3]],
    ['with gaps: carried forward', [1, null, null, 4, null], [1, 1, 1, 4, 4]],
    ['with gaps at the start: still missing', [null, null, 3], [NaN, NaN, 3]],
    ['nothing but gaps', [null, null], [NaN, NaN]],
    ['with what is no number', [1, NaN, 3], [1, 1, 3]],
    ['with infinities', [1, Infinity, -Infinity, 3], [1, 1, 1, 3]],
  ])('%s', (_, values, expected) => {
    expect([...baselineValues(points(values, 1000, 10), [])]).toEqual(expected);
  });

  it('take the mix that an earlier result asked for, before they are carried forward', () => {
    const priors = [flagged(10, 0.5, 300), flagged(30, 0.2, 1000), flagged(999, 0.5, -1)];
    // 0.5 * 100 + 0.5 * 300; 0.2 * 50 + 0.8 * 1000.
    expect([...baselineValues(points([7, 100, null, 50, 9], 0, 10), priors)]).toEqual([7, 200, 200, 810, 9]);
  });

  it('weigh a share above 1 as the original does', () => {
    // 1.5 * 100 + |1 - 1.5| * 300
    expect([...baselineValues(points([100], 0, 10), [flagged(0, 1.5, 300)])]).toEqual([300]);
  });

  it('are not replaced where they are missing', () => {
    expect([...baselineValues(points([1, null, NaN], 0, 10), [flagged(10, 0.5, 300), flagged(20, 0.5, 300)])]).toEqual([
      1, 1, 1,
    ]);
  });

  const prior = flagged(0, 0.5, 300);
  it.each<[string, PriorResult]>([
    ['not flagged', { ...prior, shouldReplace: false }],
    ['without an expectation', { ...prior, adjustedPrediction: null }],
    ['without a share', { ...prior, lambdaKeep: null }],
  ])('stay where the earlier result is %s', (_, given) => {
    expect([...baselineValues(points([100], 0, 10), [given])]).toEqual([100]);
  });
});

it('counts the values that a model can use', () => {
  expect(presentCount([])).toBe(0);
  expect(presentCount(points([1, null, NaN, 0, Infinity, -0, -Infinity]))).toBe(3);
});
