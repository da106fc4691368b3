import type { JsonReader } from './json-reader.ts';
import type { MonitoringQuery } from './monitoring-query.ts';
import { parseMonitoring } from './monitoring-query.ts';
import { refuseVariables } from './variables.ts';

/** What a monitor would notify of. */
export interface MonitorQuery extends MonitoringQuery {
  readonly kind: 'monitor';
  /** Null: every enabled monitor of the document. */
  readonly monitorId: string | null;
  /** `latest`: a number for each message, for alert rules; `table`: the anomalies of the range with their evidence. */
  readonly mode: 'latest' | 'table';
}

/** The anomalies of the range, as annotations. */
export interface AnomaliesQuery extends MonitoringQuery {
  readonly kind: 'anomalies';
  /** Null: every analyzer that is not disabled. */
  readonly analyzerIds: readonly string[] | null;
}

/** Moments at which the values of a tag changed, such as a new model_version. */
export interface EventsQuery extends MonitoringQuery {
  readonly kind: 'events';
  /** Keys of the tags to watch; empty: all. */
  readonly tagKeys: readonly string[];
}

/** @throws ContractError */
export function parseMonitorQuery(reader: JsonReader): MonitorQuery {
  const monitorId = reader.optionalString('monitorId') ?? null;
  refuseVariables('monitorId', monitorId ?? '');
  return {
    kind: 'monitor',
    ...parseMonitoring(reader),
    monitorId,
    mode: reader.optionalOneOf('mode', ['latest', 'table'] as const) ?? 'table',
  };
}

function texts(reader: JsonReader, key: string): readonly string[] {
  return (reader.strings(key) ?? []).filter((text) => text !== '');
}

/** @throws ContractError */
export function parseAnomaliesQuery(reader: JsonReader): AnomaliesQuery {
  const ids = texts(reader, 'analyzerIds');
  ids.forEach((id) => refuseVariables('analyzerIds', id));
  return { kind: 'anomalies', ...parseMonitoring(reader), analyzerIds: ids.length === 0 ? null : ids };
}

/** @throws ContractError */
export function parseEventsQuery(reader: JsonReader): EventsQuery {
  return { kind: 'events', ...parseMonitoring(reader), tagKeys: texts(reader, 'tagKeys') };
}
