import type { ColumnsQuery, CommonQuery, MetricQuery, ProfileQuery } from '../model.ts';

/** An example's own keys; the dataset is the one that is chosen. */
type Example<Query> = Query extends CommonQuery ? Omit<Query, 'refId' | 'schemaVersion' | 'datasetId'> : never;

/** Queries to begin with. */
export const examples: ReadonlyArray<{
  readonly title: string;
  readonly text: string;
  readonly query: Example<MetricQuery | ProfileQuery | ColumnsQuery>;
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
];
