import type { JsonObject } from '../../../pkg/contract/index.ts';
import { parseJudgement } from './parse-judgement.ts';
import type { Judgement } from './profile-model.ts';

const both = { hasTarget: true, hasBaseline: true };
const numbers = { algorithm: 'hellinger', distance: 0.31, threshold: 0.2 };

describe('a judgement', () => {
  it.each<[string, JsonObject, Judgement]>([
    [
      'anomaly',
      { verdict: 'anomaly', ...numbers },
      { state: 'anomaly', algorithm: 'hellinger', distance: 0.31, threshold: 0.2 },
    ],
    ['ok', { verdict: 'ok', ...numbers }, { state: 'ok', algorithm: 'hellinger', distance: 0.31, threshold: 0.2 }],
    [
      'an anomaly without a threshold is not believed',
      { verdict: 'anomaly', ...numbers, threshold: null },
      { state: 'not-judged', algorithm: 'hellinger', distance: 0.31 },
    ],
    ['an anomaly without any number', { verdict: 'anomaly' }, { state: 'not-judged', algorithm: null, distance: null }],
    [
      'an unknown algorithm',
      { verdict: 'ok', ...numbers, algorithm: 'wasserstein' },
      { state: 'not-judged', algorithm: null, distance: 0.31 },
    ],
    [
      'numbers that are none',
      { verdict: 'not-judged', algorithm: 'psi', distance: 'NaN' },
      { state: 'not-judged', algorithm: 'psi', distance: null },
    ],
    ['no baseline', { verdict: 'no-baseline', ...numbers }, { state: 'no-baseline' }],
    ['failed', { verdict: 'failed' }, { state: 'failed' }],
    [
      'an older data source',
      { algorithm: 'psi', distance: 0.1 },
      { state: 'not-judged', algorithm: 'psi', distance: 0.1 },
    ],
    ['an unknown verdict', { verdict: 'maybe' }, { state: 'not-judged', algorithm: null, distance: null }],
  ])('%s', (_, json, judgement) => {
    expect(parseJudgement(json, both)).toEqual(judgement);
  });

  it.each([
    [true, false, 'no-baseline'],
    [false, true, 'no-target'],
    [false, false, 'no-target'],
  ])('that nobody gave follows from the sides: %p, %p', (hasTarget, hasBaseline, state) => {
    expect(parseJudgement({}, { hasTarget, hasBaseline })).toEqual({ state });
  });
});
