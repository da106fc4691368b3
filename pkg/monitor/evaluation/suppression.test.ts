import type { AnalyzerBaseline, AnalyzerConfig } from '../../contract/index.ts';
import { insufficientText, leastBaseline } from './suppression.ts';

const trailing: AnalyzerBaseline = { type: 'TrailingWindow', size: 7, exclusionRanges: [], exclusionSchedule: null };
const reference: AnalyzerBaseline = { type: 'Reference', profileId: 'january' };
const ofRange: AnalyzerBaseline = { type: 'TimeRange', range: { startMs: 0, endMs: 1 } };
const diff = (baseline: AnalyzerBaseline): AnalyzerConfig => ({
  type: 'diff',
  metric: 'mean',
  mode: 'abs',
  threshold: 1,
  thresholdType: null,
  baseline,
});
const drift = (minBatchSize: number, baseline: AnalyzerBaseline): AnalyzerConfig => ({
  type: 'drift',
  metric: 'histogram',
  algorithm: 'hellinger',
  threshold: 1,
  bins: 'equal_width',
  minBatchSize,
  baseline,
});
const columnList: AnalyzerConfig = {
  type: 'column_list',
  metric: 'column_list',
  mode: 'ON_ADD',
  exclude: [],
  baseline: trailing,
};

it.each<[string, AnalyzerConfig, number]>([
  ['diff', diff(trailing), 1],
  ['drift', drift(4, trailing), 4],
  ['column_list', columnList, 3],
  ['fixed', { type: 'fixed', metric: 'mean', lower: null, upper: 1, nConsecutive: null }, 3],
])('%s needs %s baseline batches', (_, config, least) => {
  expect(leastBaseline(config)).toBe(least);
});

it.each<[AnalyzerConfig, number, number, string]>([
  [
    diff(trailing),
    0,
    7,
    '0 of the 7 baseline batches have the metric, and 1 is needed. Remedy: wait until there are more batches',
  ],
  [
    drift(4, trailing),
    1,
    7,
    '1 of the 7 baseline batches has the metric, and 4 are needed. Remedy: wait until there are more batches, or lower minBatchSize',
  ],
  [
    columnList,
    2,
    7,
    '2 of the 7 baseline batches have the metric, and 3 are needed. Remedy: wait until there are more batches',
  ],
  [drift(4, trailing), 0, 1, 'the baseline has no value of the metric. Remedy: wait until there are more batches'],
  [
    diff(reference),
    0,
    1,
    'the baseline has no value of the metric. Remedy: see that the reference profile "january" is in the store and has this column and segment',
  ],
  [
    drift(9, ofRange),
    3,
    5,
    '3 of the 5 baseline batches have the metric, and 5 are needed. Remedy: choose a range with more data',
  ],
])('says what was found, what is needed, and the remedy', (config, found, expected, text) => {
  expect(insufficientText(config, found, expected)).toBe(text);
});
