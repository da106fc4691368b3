import { segmentText } from '../../pkg/contract/index.ts';
import { configOf } from './editor/analyzer-draft.ts';
import type { ProfilesQuery, StoredAnalyzer } from './model.ts';

/** Most columns that are named; the rest is counted. */
const mostNames = 3;

/** A query in one line, for the query history: `hellinger of dep_delay in flights, origin=JFK`. */
export function displayText(query: ProfilesQuery): string {
  const of = isOfNoColumns(query) ? '' : ` of ${columnsText(query.columns)}`;
  const dataset = query.datasetId === '' ? '' : ` in ${query.datasetId}`;
  const segments = (query.segments ?? []).map(({ tags }) => `, ${segmentText(tags)}`).join('');
  return `${subjectText(query)}${of}${dataset}${segments}`;
}

/** True where naming the columns would say nothing: those of a table, and those that the analyzers target. */
function isOfNoColumns({ kind, columns }: ProfilesQuery): boolean {
  return kind === 'events' || (columns === undefined && !['metric', 'profile', 'distribution'].includes(kind));
}

function subjectText(query: ProfilesQuery): string {
  switch (query.kind) {
    case 'metric':
      return query.metric;
    case 'analysis':
      return query.analyzer === undefined ? `analysis ${query.analyzerId ?? ''}`.trim() : inlineText(query.analyzer);
    case 'monitor':
      return `monitor ${query.monitorId ?? ''}`.trim();
    case 'anomalies':
      return `anomalies${query.analyzerIds === undefined ? '' : ` by ${named(query.analyzerIds)}`}`;
    default:
      return query.kind;
  }
}

/** `drift of histogram`, as far as the analyzer says. */
function inlineText(analyzer: StoredAnalyzer): string {
  const { type, metric } = configOf(analyzer);
  const of = typeof metric === 'string' ? ` of ${metric}` : '';
  return typeof type === 'string' ? `${type}${of}` : 'analysis';
}

function columnsText(columns: ProfilesQuery['columns']): string {
  const { include = [], exclude = [] } = columns ?? {};
  const chosen = include.length === 0 ? 'all columns' : named(include);
  return exclude.length === 0 ? chosen : `${chosen} without ${named(exclude)}`;
}

function named(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more <= 0 ? names.join(', ') : `${names.slice(0, mostNames).join(', ')} and ${more} more`;
}
