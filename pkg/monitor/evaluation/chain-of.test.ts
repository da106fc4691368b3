import type { AnalyzerBaseline, AnalyzerConfig, StddevParams } from '../../contract/index.ts';
import { maxTrailingWindow } from '../../contract/index.ts';
import { chainLength } from './chain-of.ts';

const trailing: AnalyzerBaseline = { type: 'TrailingWindow', size: 7, exclusionRanges: [], exclusionSchedule: null };
const reference: AnalyzerBaseline = { type: 'Reference', profileId: 'january' };
const fixed = (nConsecutive: number | null): AnalyzerConfig => ({
  type: 'fixed',
  metric: 'mean',
  lower: null,
  upper: 1,
  nConsecutive,
});
const stddev = (params: Partial<StddevParams>, baseline: AnalyzerBaseline = trailing): AnalyzerConfig => ({
  type: 'stddev',
  metric: 'mean',
  factor: 3,
  minBatchSize: 3,
  thresholdType: null,
  maxUpperThreshold: null,
  minLowerThreshold: null,
  limitType: 'or',
  params: {
    enableAlertsFilter: false,
    enableAnomalyReplacement: false,
    enableGrubb: false,
    grubbSignificance: 0.95,
    alpha: 0.05,
    lambdaKeep: 0.5,
    ...params,
  },
  baseline,
});

it.each<[string, AnalyzerConfig, number | null]>([
  ['fixed', fixed(null), null],
  ['fixed, 0 in a row', fixed(0), null],
  ['fixed, 1 in a row', fixed(1), null],
  ['fixed, 2 in a row: the longest window', fixed(2), maxTrailingWindow],
  ['fixed, one more than the window holds', fixed(maxTrailingWindow + 1), maxTrailingWindow],
  ['fixed, more in a row than the window holds', fixed(120), 119],
  ['stddev', stddev({}), null],
  ['stddev without outliers', stddev({ enableGrubb: true }), null],
  ['stddev without alerts: its window', stddev({ enableAlertsFilter: true }), 7],
  ['stddev with replacements', stddev({ enableAnomalyReplacement: true }), 7],
  ['with a reference: the longest window', stddev({ enableAlertsFilter: true }, reference), maxTrailingWindow],
  ['a composite', { type: 'conjunction', analyzerIds: [] }, null],
])('%s', (_, config, expected) => {
  expect(chainLength(config)).toBe(expected);
});
