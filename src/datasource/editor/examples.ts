import type { AnalysisQuery, AnomaliesQuery, ColumnsQuery, CommonQuery, MetricQuery, ProfileQuery } from '../model.ts';
import { newAnalyzer } from './analyzer-draft.ts';

/** An example's own keys; the dataset is the one that is chosen. */
type Example<Query> = Query extends CommonQuery ? Omit<Query, 'refId' | 'schemaVersion' | 'datasetId'> : never;

/** Queries to begin with. */
export const examples: ReadonlyArray<{
  readonly title: string;
  readonly text: string;
  readonly query: Example<MetricQuery | ProfileQuery | ColumnsQuery | AnalysisQuery | AnomaliesQuery>;
}> = [
  {
    title: 'Drift of each column',
    text: 'How far each day lies from the 7 before it: 0 is the same, 1 has nothing in common.',
    query: { kind: 'metric', queryType: 'metric', metric: 'hellinger' },
  },
  {
    title: 'Share of missing values',
    text: 'Of each column and day. With "Newest" in place of "Over time" it is an alert condition.',
    query: { kind: 'metric', queryType: 'metric', metric: 'count_null_ratio' },
  },
  {
    title: '95th percentile of all numbers',
    text: 'Any percentile can be typed, such as quantile_99.9.',
    query: {
      kind: 'metric',
      queryType: 'metric',
      metric: 'quantile_95',
      columns: { include: ['group:continuous'] },
    },
  },
  {
    title: 'The newest day beside the 14 before it',
    text: 'Distributions with the share of each bin in the distance; for the panel Driftglass profile.',
    query: {
      kind: 'profile',
      queryType: 'profile',
      target: 'latest',
      baseline: { type: 'TrailingWindow', size: 14 },
    },
  },
  {
    title: 'All columns in a table',
    text: 'Type, counts, missing values, extremes and drift of each column over the range.',
    query: { kind: 'columns', queryType: 'columns' },
  },
  {
    title: 'Drift with its verdict',
    text: 'Distance, threshold and whether it is an anomaly, of each column of numbers, without a monitor document.',
    query: {
      kind: 'analysis',
      queryType: 'analysis',
      analyzer: newAnalyzer,
      columns: { include: ['group:continuous'] },
    },
  },
  {
    title: 'Share of columns that drift, newest day',
    text: 'One number between 0 and 1: an alert condition such as "above 0.2".',
    query: {
      kind: 'analysis',
      queryType: 'analysis',
      mode: 'latest',
      aggregate: 'share',
      analyzer: newAnalyzer,
      columns: { include: ['group:continuous'] },
    },
  },
  {
    title: 'All anomalies in a table',
    text: 'By the analyzers of the dataset’s monitor document; as an annotation they stand in every graph.',
    query: { kind: 'anomalies', queryType: 'anomalies' },
  },
];
