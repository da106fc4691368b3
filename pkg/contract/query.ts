import type { AnalysisQuery } from './analysis-query.ts';
import { parseAnalysisQuery } from './analysis-query.ts';
import type { ColumnsQuery } from './columns-query.ts';
import { parseColumnsQuery } from './columns-query.ts';
import type { DistributionQuery } from './distribution-query.ts';
import { parseDistributionQuery } from './distribution-query.ts';
import { ContractError } from './error.ts';
import { JsonReader } from './json-reader.ts';
import type { MetricQuery } from './metric-query.ts';
import { parseMetricQuery } from './metric-query.ts';
import type { AnomaliesQuery, EventsQuery, MonitorQuery } from './monitor-query.ts';
import { parseAnomaliesQuery, parseEventsQuery, parseMonitorQuery } from './monitor-query.ts';
import type { ProfileQuery } from './profile-query.ts';
import { parseProfileQuery } from './profile-query.ts';

/** The newest form of the query model. */
export const querySchemaVersion = 1;

/** The kinds of queries, equal to Grafana's queryType. */
export const queryKinds = [
  'metric',
  'profile',
  'distribution',
  'columns',
  'analysis',
  'monitor',
  'anomalies',
  'events',
] as const;
export type QueryKind = (typeof queryKinds)[number];

/** Questions about batches themselves. */
export type BatchQuery = MetricQuery | ProfileQuery | DistributionQuery | ColumnsQuery;

/** Questions to the monitoring engine: what its analyzers make of the batches. */
export type EngineQuery = AnalysisQuery | MonitorQuery | AnomaliesQuery | EventsQuery;

export type Query = BatchQuery | EngineQuery;

/** True for a question to the monitoring engine. */
export function isEngineQuery(query: Query): query is EngineQuery {
  const { kind } = query;
  return kind === 'analysis' || kind === 'monitor' || kind === 'anomalies' || kind === 'events';
}

/**
 * Parses a query model as it is stored in a dashboard or an alert rule, and fills in every default, so that a model
 * written by hand needs only what is its own. Keys that are not the model's (refId, datasource, …) are ignored.
 *
 * @param model the query object
 * @param queryType Grafana's queryType, used when the model has no `kind`
 * @throws ContractError naming the key and the remedy
 */
export function parseQuery(model: unknown, queryType = ''): Query {
  const reader = new JsonReader(model);
  const version = reader.optionalNumber('schemaVersion') ?? querySchemaVersion;
  if (version !== querySchemaVersion) {
    throw new ContractError(
      'unknown-value',
      'schemaVersion',
      version > querySchemaVersion
        ? `${version} is not known; this plugin reads ${querySchemaVersion}. A newer version of the plugin saved this query: update it`
        : `${version} is not known; this plugin reads ${querySchemaVersion}`
    );
  }
  // Grafana fills queryType beside the model; the model's own kind is what the user wrote.
  const kind =
    reader.optionalOneOf('kind', queryKinds) ?? new JsonReader({ kind: queryType }).oneOf('kind', queryKinds);
  switch (kind) {
    case 'metric':
      return parseMetricQuery(reader);
    case 'profile':
      return parseProfileQuery(reader);
    case 'distribution':
      return parseDistributionQuery(reader);
    case 'columns':
      return parseColumnsQuery(reader);
    case 'analysis':
      return parseAnalysisQuery(reader);
    case 'monitor':
      return parseMonitorQuery(reader);
    case 'anomalies':
      return parseAnomaliesQuery(reader);
    case 'events':
      return parseEventsQuery(reader);
  }
}
