import type { AnalyzerOutcome } from '../contract/index.ts';
import type { Judgement } from '../monitor/index.ts';
import { packJudgement, unpackJudgement } from './kept-judgement.ts';

function judgement(outcome: AnalyzerOutcome, facts: Partial<Judgement> = {}): Judgement {
  return {
    outcome,
    isDiscrete: null,
    isTargeted: true,
    unreadable: null,
    largestBinShare: null,
    targetCount: null,
    targetBatches: 0,
    baselineCount: 0,
    baselineBatches: 0,
    expectedBaselineCount: 0,
    ...facts,
  };
}

type Fields = Extract<AnalyzerOutcome, { kind: 'result' }>['fields'];

const result = (fields: Fields, explanation = 'as expected'): AnalyzerOutcome => ({
  kind: 'result',
  anomalyCount: 1,
  fields,
  explanation,
});
const fieldNames = ({ outcome }: Judgement) => (outcome.kind === 'result' ? Object.keys(outcome.fields) : null);
const none: AnalyzerOutcome = { kind: 'none', reason: 'nothing was asked' };
const failure: AnalyzerOutcome = { kind: 'failure', failureType: 'InsufficientBaseline', explanation: '3 of 7' };

describe('kept as a text, and the same again:', () => {
  it.each<[string, Judgement]>([
    ['no record', judgement(none)],
    ['a failure', judgement(failure, { unreadable: 'd/1.bin' })],
    ['a result without fields', judgement(result({}))],
    [
      'a result',
      judgement(result({ drift_metricValue: 0.1 + 0.2, drift_threshold: 0.2, algorithm: 'hellinger' }), {
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
    ['the same fields in another order', judgement(result({ algorithm: 'hellinger', drift_metricValue: 5e-324 }))],
    ['nulls and truth', judgement(result({ threshold_metricValue: null, parent: true, childAnalyzerIds: ['a', 'b'] }))],
    ['lists in lists', judgement(result({ freqStringCount: [[1, 0, 2]], columnList_addedSample: [] }))],
    ['the largest number', judgement(result({ diff_metricValue: Number.MAX_VALUE }))],
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
      for (const given of [judgement({ kind: 'none', reason: text }), judgement(result({ algorithm: text }, text))]) {
        const kept = packJudgement(given);
        expect(unpackJudgement(kept)).toStrictEqual(given);
        expect('text' in kept ? kept.text : '→').toMatch(/^[ -~]*$/);
      }
    }
  );
});

it.each<[string, Judgement]>([
  ['NaN', judgement(result({ drift_metricValue: NaN }))],
  ['infinity', judgement(result({ threshold_absoluteUpper: Infinity }))],
  ['minus zero', judgement(result({ diff_metricValue: -0 }))],
  ['NaN in a list', judgement(result({ freqStringCount: [[1, NaN, 2]] }))],
  ['the shares of cells', judgement({ ...result({}), cells: { edges: [0, 1] } } as unknown as AnalyzerOutcome)],
])('kept whole, because JSON would change it: %s', (_, given) => {
  const kept = packJudgement(given);
  expect(Object.keys(kept)).toEqual(['whole']);
  expect(unpackJudgement(kept)).toBe(given);
});

it('names are not repeated', () => {
  const kept = packJudgement(judgement(result({ threshold_calculatedUpper: 1 })));
  expect('text' in kept && kept.text).not.toContain('threshold');
});
