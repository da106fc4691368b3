import type { AnalyzerOutcome } from '../contract/index.ts';
import type { Judgement } from '../monitor/index.ts';
import { packJudgement, unpackJudgement } from './kept-judgement.ts';
import { judgementOf } from './testing/judgement.ts';

type Result = Extract<AnalyzerOutcome, { kind: 'result' }>;

const result = (fields: Result['fields'], explanation = 'as expected'): Result => ({
  kind: 'result',
  anomalyCount: 1,
  fields,
  explanation,
});
const fieldNames = ({ outcome }: Judgement) => (outcome.kind === 'result' ? Object.keys(outcome.fields) : null);
const cells = { edges: [0], end: 1, items: null, baseline: [1], target: [1], contribution: [0] };
const none: AnalyzerOutcome = { kind: 'none', reason: 'nothing was asked' };
const failure: AnalyzerOutcome = { kind: 'failure', failureType: 'InsufficientBaseline', explanation: '3 of 7' };

describe('kept as a text, and the same again:', () => {
  it.each<[string, Judgement]>([
    ['no record', judgementOf(none)],
    ['a failure', judgementOf(failure, { unreadable: 'd/1.bin' })],
    ['a result without fields', judgementOf(result({}))],
    [
      'a result',
      judgementOf(result({ drift_metricValue: 0.1 + 0.2, drift_threshold: 0.2, algorithm: 'hellinger' }), {
        isDiscrete: false,
        isTargeted: false,
        largestBinShare: 1 / 3,
        targetCount: 2 ** 53 - 1,
        targetBatches: 1,
        baselineCount: 7,
        baselineBatches: 30,
        expectedBaselineCount: 31,
      }),
    ],
    ['the same fields in another order', judgementOf(result({ algorithm: 'hellinger', drift_metricValue: 5e-324 }))],
    [
      'nulls and truth',
      judgementOf(result({ threshold_metricValue: null, parent: true, childAnalyzerIds: ['a', 'b'] })),
    ],
    ['lists in lists', judgementOf(result({ freqStringCount: [[1, 0, 2]], columnList_addedSample: [] }))],
    ['the largest number', judgementOf(result({ diff_metricValue: Number.MAX_VALUE }))],
  ])('%s', (_, given) => {
    const kept = packJudgement(given);
    expect(Object.keys(kept)).toEqual(['text']);
    expect(unpackJudgement(kept)).toStrictEqual(given);
    // A record's fields are printed in their order.
    expect(fieldNames(unpackJudgement(kept))).toEqual(fieldNames(given));
  });

  it.each(['', 'ascii', 'é', '3.7 % → 4.3 %', '😀', 'a\ud800b', '\udc00', '\uFEFF', '\0', '"\\\n'])(
    'the text %j',
    (text) => {
      for (const given of [
        judgementOf({ kind: 'none', reason: text }),
        judgementOf(result({ algorithm: text }, text)),
      ]) {
        const kept = packJudgement(given);
        expect(unpackJudgement(kept)).toStrictEqual(given);
        expect('text' in kept ? kept.text : '→').toMatch(/^[ -~]*$/);
      }
    }
  );
});

it.each<[string, Judgement]>([
  ['NaN', judgementOf(result({ drift_metricValue: NaN }))],
  ['infinity', judgementOf(result({ threshold_absoluteUpper: Infinity }))],
  ['minus zero', judgementOf(result({ diff_metricValue: -0 }))],
  ['NaN in a list', judgementOf(result({ freqStringCount: [[1, NaN, 2]] }))],
  ['the shares of cells', judgementOf({ ...result({}), cells })],
])('kept whole, because JSON would change it: %s', (_, given) => {
  const kept = packJudgement(given);
  expect(Object.keys(kept)).toEqual(['whole']);
  expect(unpackJudgement(kept)).toBe(given);
});

it('names are not repeated', () => {
  const kept = packJudgement(judgementOf(result({ threshold_calculatedUpper: 1 })));
  expect('text' in kept && kept.text).not.toContain('threshold');
});
