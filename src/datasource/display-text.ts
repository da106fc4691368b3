import { segmentText } from '../../pkg/contract/index.ts';
import type { ProfilesQuery } from './model.ts';

/** Most columns that are named; the rest is counted. */
const mostNames = 3;

/** A query in one line, for the query history: `hellinger of dep_delay in flights, origin=JFK`. */
export function displayText(query: ProfilesQuery): string {
  const subject = query.kind === 'metric' ? query.metric : query.kind;
  const of = query.kind === 'columns' && query.columns === undefined ? '' : ` of ${columnsText(query.columns)}`;
  const dataset = query.datasetId === '' ? '' : ` in ${query.datasetId}`;
  const segments = (query.segments ?? []).map(({ tags }) => `, ${segmentText(tags)}`).join('');
  return `${subject}${of}${dataset}${segments}`;
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
