import type { DataQuery } from '../definition.ts';
import type { DataQuery as DataQueryMessage } from '../gen/backend_pb.js';
import { parseJsonObject } from '../json.ts';
import { QueryError } from '../query-error.ts';

/** What Grafana itself takes where a request has no number of points. */
const defaultMaxDataPoints = 100;

/** @throws QueryError `bad-query` (400) when the model is no JSON object or there is no time range */
export function parseQuery(query: DataQueryMessage): DataQuery {
  const model = parseJsonObject(new TextDecoder().decode(query.json));
  if (!model) {
    throw new QueryError('bad-query', 400, 'downstream', 'the query is not a JSON object');
  }
  if (!query.timeRange) {
    throw new QueryError('bad-query', 400, 'downstream', 'the query has no time range');
  }
  const inModel = model['queryType'];
  const maxDataPoints = Number(query.maxDataPoints);
  return {
    refId: query.refId,
    queryType: query.queryType || (typeof inModel === 'string' ? inModel : ''),
    model,
    fromMs: Number(query.timeRange.fromEpochMS),
    toMs: Number(query.timeRange.toEpochMS),
    maxDataPoints: maxDataPoints >= 1 ? maxDataPoints : defaultMaxDataPoints,
    intervalMs: Math.max(Number(query.intervalMS), 0),
  };
}
