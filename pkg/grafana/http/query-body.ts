import type { ClientQuery } from '../client/plugin-client.ts';
import { isJsonObject, type JsonObject, type JsonValue, parseJsonObject } from '../json.ts';

/**
 * The queries of a body as a browser sends it to `/api/ds/query`: each with its refId, for one range.
 *
 * @returns what is wrong with the body, as a sentence, when it is none
 */
export function parseQueryBody(text: string): readonly ClientQuery[] | string {
  const body = parseJsonObject(text);
  if (body === null) {
    return 'the body is not a JSON object';
  }
  const queries = body['queries'];
  if (!isList(queries) || queries.length === 0) {
    return 'the body has no queries';
  }
  const [fromMs, toMs] = [timeOf(body['from']), timeOf(body['to'])];
  if (fromMs === null || toMs === null) {
    return `"${fromMs === null ? 'from' : 'to'}" is not a time in milliseconds`;
  }
  const parsed: ClientQuery[] = [];
  for (const model of queries) {
    if (!isJsonObject(model) || typeof model['refId'] !== 'string') {
      return 'a query has no refId';
    }
    const refId = model['refId'];
    if (parsed.some((query) => query.refId === refId)) {
      return `two queries have the refId "${refId}"`;
    }
    parsed.push({ refId, model, fromMs, toMs, ...limitsOf(model) });
  }
  return parsed;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** What is no number counts as absent, as at Grafana. */
function limitsOf({ intervalMs, maxDataPoints }: JsonObject): Pick<ClientQuery, 'intervalMs' | 'maxDataPoints'> {
  return {
    ...(typeof intervalMs === 'number' && { intervalMs }),
    ...(typeof maxDataPoints === 'number' && { maxDataPoints }),
  };
}

/** Grafana's browser sends times as texts. */
function timeOf(value: JsonValue | undefined): number | null {
  const ms = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof ms === 'number' && Number.isFinite(ms) ? ms : null;
}
