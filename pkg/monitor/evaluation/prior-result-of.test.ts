import type { AnalyzerOutcome, ResultFields } from '../../contract/index.ts';
import { noJudgement } from './judgement.ts';
import { priorResultOf } from './prior-result-of.ts';

const nothing = {
  anomalyCount: 0,
  value: null,
  shouldReplace: false,
  replacement: null,
  adjustedPrediction: null,
  lambdaKeep: null,
  unreadable: null,
};
const result = (fields: ResultFields): AnalyzerOutcome => ({
  kind: 'result',
  anomalyCount: 1,
  fields,
  explanation: '',
});

it('of no record there is none', () => {
  expect(priorResultOf(1, noJudgement('no data'))).toBeNull();
});

it('of a failure there is one without a value', () => {
  const outcome: AnalyzerOutcome = { kind: 'failure', failureType: 'MetricException', explanation: 'x' };
  expect(priorResultOf(5, { ...noJudgement(''), outcome })).toEqual({ ...nothing, datasetTimestamp: 5 });
  expect(priorResultOf(5, { ...noJudgement(''), outcome, unreadable: 'x.bin' })).toMatchObject({ unreadable: 'x.bin' });
});

it.each<[ResultFields, object]>([
  [{}, {}],
  [{ threshold_metricValue: null }, {}],
  [{ threshold_metricValue: 0, seasonal_shouldReplace: false }, { value: 0 }],
  [
    {
      threshold_metricValue: 9,
      seasonal_shouldReplace: true,
      seasonal_replacement: 4,
      seasonal_adjusted_prediction: 3,
      seasonal_lambdaKeep: 0.2,
    },
    { value: 9, shouldReplace: true, replacement: 4, adjustedPrediction: 3, lambdaKeep: 0.2 },
  ],
])('of a result it has its value and what to take instead: %j', (fields, expected) => {
  const found = priorResultOf(7, { ...noJudgement(''), outcome: result(fields) });
  expect(found).toEqual({ ...nothing, anomalyCount: 1, datasetTimestamp: 7, ...expected });
});
