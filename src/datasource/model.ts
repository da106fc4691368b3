import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { DataSourceSettings } from '../../pkg/contract/index.ts';
import { queryKinds, querySchemaVersion } from '../../pkg/contract/index.ts';

/** jsonData as it is stored: empty until the editor was saved for the first time. */
export type ProfilesJsonData = DataSourceJsonData & Partial<DataSourceSettings>;

export interface StoredTag {
  key: string;
  value: string;
}

/** What every kind of query stores. The texts may hold dashboard variables. */
export interface CommonQuery extends DataQuery {
  schemaVersion: number;
  /** Empty: the store's only dataset. */
  datasetId: string;
  /** Names, globs and groups; absent means all columns. */
  columns?: { include: string[]; exclude?: string[] };
  /** Absent means the whole dataset. */
  segments?: Array<{ tags: StoredTag[] }>;
  granularity?: string;
  asOf?: string;
}

/** A number, or a text with a dashboard variable that will be one. */
export type StoredNumber = number | string;

export type StoredBaseline = { type: 'TrailingWindow'; size?: StoredNumber } | { type: 'Reference'; profileId: string };

export interface MetricQuery extends CommonQuery {
  kind: 'metric';
  metric: string;
  mode?: string;
  /** Of a distance. */
  baseline?: StoredBaseline;
  /** Of a distance. */
  distribution?: string;
}

export interface ProfileQuery extends CommonQuery {
  kind: 'profile';
  target?: string;
  /** The batch that is the target, where the target is one; a moment, `latest` or a variable. */
  batch?: string;
  baseline?: StoredBaseline;
  distribution?: string;
  algorithm?: string;
  threshold?: StoredNumber;
  bins?: StoredNumber;
}

export interface DistributionQuery extends CommonQuery {
  kind: 'distribution';
  form?: string;
  /** Of a heat map. */
  bins?: StoredNumber;
}

export interface ColumnsQuery extends CommonQuery {
  kind: 'columns';
}

/** An analyzer as in a monitor document, or nothing but its `config`. The engine parses it. */
export type StoredAnalyzer = Readonly<Record<string, unknown>>;

/** What queries of the monitoring engine store. Columns and segments narrow what the analyzer itself targets. */
interface MonitoringQuery extends CommonQuery {
  /** The query's own monitor document, as text or object; absent means that of the dataset. */
  monitor?: unknown;
  readinessClock?: string;
  backfillGrace?: boolean;
}

/** One of `analyzerId` and `analyzer` is there; the latter counts where both are. */
export interface AnalysisQuery extends MonitoringQuery {
  kind: 'analysis';
  analyzerId?: string;
  analyzer?: StoredAnalyzer;
  mode?: string;
  series?: string[];
  aggregate?: string;
}

export interface MonitorQuery extends MonitoringQuery {
  kind: 'monitor';
  /** Absent means every enabled monitor. */
  monitorId?: string;
  mode?: string;
}

export interface AnomaliesQuery extends MonitoringQuery {
  kind: 'anomalies';
  /** Absent means every analyzer that is not disabled. */
  analyzerIds?: string[];
}

export interface EventsQuery extends MonitoringQuery {
  kind: 'events';
  /** Absent means every key. */
  tagKeys?: string[];
}

/**
 * A query as a dashboard or an alert rule stores it. The back end parses it (`parseQuery` of the contract) and fills
 * in what is absent; keys that this editor does not know stay as they are.
 */
export type ProfilesQuery =
  | MetricQuery
  | ProfileQuery
  | DistributionQuery
  | ColumnsQuery
  | AnalysisQuery
  | MonitorQuery
  | AnomaliesQuery
  | EventsQuery;

/** The metric that every column has: how many rows there were. */
export const defaultMetric = 'count';

/** What a query begins with. */
export const defaultQuery = {
  kind: 'metric',
  schemaVersion: querySchemaVersion,
  datasetId: '',
  metric: defaultMetric,
} satisfies Partial<ProfilesQuery>;

/** The stored query with what is missing: keys of its own kind and no other. */
export function completeQuery(stored: ProfilesQuery): ProfilesQuery {
  // Queries written by hand or by an older Grafana lack keys that the type promises.
  const { kind, queryType, datasetId, schemaVersion } = stored as Partial<ProfilesQuery>;
  const known = kind ?? queryKinds.find((name) => name === queryType) ?? defaultQuery.kind;
  const common = {
    ...stored,
    schemaVersion: schemaVersion ?? querySchemaVersion,
    datasetId: datasetId ?? '',
    kind: known,
  } as ProfilesQuery; // its kind decides which keys it has, and they are the stored ones
  return common.kind === 'metric'
    ? { ...common, metric: (common as Partial<MetricQuery>).metric ?? defaultMetric }
    : common;
}

/** Changes to a query; undefined removes a key, so that the back end's default holds. */
export type Changes<Query> = { readonly [Key in keyof Query]?: Query[Key] | undefined };

/** The query with the changes. */
export function changed<Query extends ProfilesQuery>(query: Query, changes: Changes<Query>): Query {
  const entries = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Query; // the same keys; those without a value were optional
}

const commonKeys: ReadonlySet<string> = new Set([
  ...['refId', 'key', 'hide', 'datasource', 'schemaVersion', 'datasetId', 'columns', 'segments', 'granularity', 'asOf'],
]);

/** The part of a query that every kind has. */
export function commonPart(query: ProfilesQuery): CommonQuery {
  const entries = Object.entries(query).filter(([key]) => commonKeys.has(key));
  return Object.fromEntries(entries) as unknown as CommonQuery; // the required keys are among them
}

/** False for a query that the back end would only refuse: hidden, incomplete, or of a kind that it does not know. */
export function isRunnable(query: ProfilesQuery): boolean {
  const { baseline } = query as { baseline?: StoredBaseline }; // some kinds have one
  const hasBaseline = baseline?.type !== 'Reference' || baseline.profileId !== '';
  const hasTarget = query.kind !== 'profile' || query.target !== 'batch' || (query.batch ?? '') !== '';
  const hasAnalyzer = query.kind !== 'analysis' || query.analyzer !== undefined || (query.analyzerId ?? '') !== '';
  return (
    query.hide !== true && hasBaseline && hasTarget && hasAnalyzer && queryKinds.some((kind) => kind === query.kind)
  );
}
