import type { CompositeConfig, FailureType } from '../contract/index.ts';
import { composite, type CompositeChild } from './index.ts';
import { resultOf } from './testing/outcome.ts';

function child(analyzerId: string, anomalyCount: 0 | 1, failureType: FailureType | null = null): CompositeChild {
  return { analyzerId, analysisId: `analysis of ${analyzerId}`, anomalyCount, failureType };
}

function run(type: CompositeConfig['type'], ...children: CompositeChild[]) {
  return composite({ type, analyzerIds: ['one', 'two', 'three'] }, { children });
}

const failed = (id: string): CompositeChild => child(id, 0, 'InsufficientBaseline');

describe('conjunction', () => {
  it.each<[string, readonly CompositeChild[], 0 | 1]>([
    ['all alert', [child('one', 1), child('two', 1), child('three', 1)], 1],
    ['one does not', [child('one', 1), child('two', 0), child('three', 1)], 0],
    ['none does', [child('one', 0), child('two', 0), child('three', 0)], 0],
    ['one does not, and another failed', [child('one', 1), child('two', 0), failed('three')], 0],
    ['others alert as well', [child('three', 1), child('two', 1), child('one', 1), child('four', 0)], 1],
  ])('when %s', (_, children, expected) => {
    expect(resultOf(run('conjunction', ...children)).anomalyCount).toBe(expected);
  });

  const lacking =
    'for this batch; see that the document has such analyzers, enabled, no composites, with the same target and schedule';
  const why = 'for this batch; their own results say why';
  it.each<[string, readonly CompositeChild[], string]>([
    ['one has no result', [child('one', 1), child('three', 1)], 'two gave no result'],
    ['one has no result and another does not alert', [child('one', 0)], 'two, three gave no result'],
    ['none has a result', [], 'one, two, three gave no result'],
    ['one failed and the others alert', [child('one', 1), failed('two'), child('three', 1)], 'two failed'],
    ['all failed', [failed('one'), failed('two'), failed('three')], 'one, two, three failed'],
    ['one has no result and another failed', [child('one', 1), failed('two')], 'three gave no result'],
  ])('fails when %s', (_, children, reason) => {
    expect(run('conjunction', ...children)).toEqual({
      kind: 'failure',
      failureType: 'CompositeCalculationMissingColumns',
      explanation: `conjunction needs the verdicts of one, two, three, but ${reason} ${reason.endsWith('failed') ? why : lacking}`,
    });
  });
});

describe('disjunction', () => {
  it.each<[string, readonly CompositeChild[], 0 | 1]>([
    ['all alert', [child('one', 1), child('two', 1), child('three', 1)], 1],
    ['one does', [child('one', 0), child('two', 1), child('three', 0)], 1],
    ['none does', [child('one', 0), child('two', 0), child('three', 0)], 0],
    ['one does, and the others have no result or failed', [failed('one'), child('two', 1)], 1],
  ])('when %s', (_, children, expected) => {
    expect(resultOf(run('disjunction', ...children)).anomalyCount).toBe(expected);
  });

  it.each<[string, readonly CompositeChild[], string]>([
    ['one has no result and the others do not alert', [child('one', 0), child('three', 0)], 'two gave no result'],
    ['one failed and the others do not alert', [child('one', 0), failed('two'), child('three', 0)], 'two failed'],
    ['none has a result', [], 'one, two, three gave no result'],
  ])('fails when %s', (_, children, reason) => {
    expect(run('disjunction', ...children)).toMatchObject({
      failureType: 'CompositeCalculationMissingColumns',
      explanation: expect.stringContaining(
        `disjunction needs the verdicts of one, two, three, but ${reason} for this batch`
      ) as string,
    });
  });
});

describe("a composite's result", () => {
  it('names the children in the order of the document', () => {
    expect(run('conjunction', child('three', 0), child('one', 1), child('two', 1), child('four', 1))).toEqual({
      kind: 'result',
      anomalyCount: 0,
      fields: {
        parent: true,
        childAnalyzerIds: ['one', 'two', 'three'],
        childAnalysisIds: ['analysis of one', 'analysis of two', 'analysis of three'],
      },
      explanation: '2 of 3 analyzers alert (one, two); conjunction alerts when all do',
    });
  });

  it('says so when none alerts, and lists the children there are', () => {
    expect(run('disjunction', child('three', 0), child('one', 0), child('two', 0))).toMatchObject({
      explanation: '0 of 3 analyzers alert (none); disjunction alerts when one does',
    });
    expect(run('disjunction', child('three', 1))).toMatchObject({
      fields: { childAnalyzerIds: ['three'], childAnalysisIds: ['analysis of three'] },
    });
  });
});
