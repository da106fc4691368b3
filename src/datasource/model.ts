import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { DataSourceSettings, QueryKind } from '../../pkg/contract/index.ts';
import { queryKinds, querySchemaVersion } from '../../pkg/contract/index.ts';

/** jsonData as it is stored: empty until the editor was saved for the first time. */
export type ProfilesJsonData = DataSourceJsonData & Partial<DataSourceSettings>;

interface CommonQuery extends DataQuery {
  schemaVersion: number;
  datasetId: string;
  /** Names, globs and groups; absent means all columns. */
  columns?: { include: string[]; exclude?: string[] };
  segments?: Array<{ tags: Array<{ key: string; value: string }> }>;
}

interface MetricQuery extends CommonQuery {
  kind: 'metric';
  metric: string;
}

interface OtherQuery extends CommonQuery {
  kind: Exclude<QueryKind, 'metric'>;
}

/**
 * A query as a dashboard or an alert rule stores it. The back end parses it (`parseQuery` of the contract) and fills
 * in what is absent; keys that this editor does not know stay as they are.
 */
export type ProfilesQuery = MetricQuery | OtherQuery;

/** What a query begins with: how many rows there were, the one metric that every column has. */
export const defaultQuery = {
  kind: 'metric',
  schemaVersion: querySchemaVersion,
  datasetId: '',
  metric: 'count',
} satisfies Partial<ProfilesQuery>;

/** The query with another kind, in a form that the kind allows. */
export function withKind(query: ProfilesQuery, kind: QueryKind): ProfilesQuery {
  if (kind === 'metric') {
    return { metric: defaultQuery.metric, ...query, kind, queryType: kind };
  }
  const rest: CommonQuery & { metric?: string } = { ...query };
  delete rest.metric;
  return { ...rest, kind, queryType: kind };
}

/** False for a query that the back end would only refuse: no dataset yet, or hidden. */
export function isRunnable(query: ProfilesQuery): boolean {
  return query.hide !== true && query.datasetId !== '' && queryKinds.includes(query.kind);
}
