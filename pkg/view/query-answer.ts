import type { ClientQuery, PluginClient, QueryAnswer } from '../grafana/index.ts';
import { frameJson } from '../grafana/index.ts';
import { Refusal } from './reply.ts';

/**
 * The queries of a body as the page sends it to `/api/ds/query`.
 *
 * @throws Refusal 400 naming what is wrong
 */
export function parseQueries(body: string): readonly ClientQuery[] {
  const { queries, from, to } = parseObject(body);
  const [fromMs, toMs] = [timeOf('from', from), timeOf('to', to)];
  if (!Array.isArray(queries) || queries.length === 0) {
    throw new Refusal(400, 'the body has no queries');
  }
  const refIds = new Set<string>();
  return queries.map((query: unknown) => {
    if (typeof query !== 'object' || query === null || !('refId' in query) || typeof query.refId !== 'string') {
      throw new Refusal(400, 'a query has no refId');
    }
    const { refId } = query;
    if (refIds.has(refId)) {
      throw new Refusal(400, `two queries have the refId "${refId}"`);
    }
    refIds.add(refId);
    // What is no number counts as absent, as at Grafana.
    const { intervalMs, maxDataPoints } = query as { intervalMs?: unknown; maxDataPoints?: unknown };
    return {
      refId,
      model: query,
      fromMs,
      toMs,
      ...(typeof intervalMs === 'number' && { intervalMs }),
      ...(typeof maxDataPoints === 'number' && { maxDataPoints }),
    };
  });
}

/** The answers in the form of `/api/ds/query`, the error of a failed query inside. */
export function queryAnswerJson(answers: ReadonlyMap<string, QueryAnswer>): object {
  return {
    results: Object.fromEntries(
      [...answers].map(([refId, { status, error, errorSource, frames }]) => [
        refId,
        {
          status,
          ...(error !== '' && { error, errorSource }),
          frames: frames.map((frame) => frameJson(frame, refId)),
        },
      ])
    ),
  };
}

/** The same for queries that did not reach the back end. */
export function failedAnswerJson(queries: readonly ClientQuery[], error: string): object {
  return {
    results: Object.fromEntries(
      queries.map(({ refId }) => [refId, { status: 500, error, errorSource: 'plugin', frames: [] }])
    ),
  };
}

/** Status words of a health check as Grafana's API spells them. */
export async function healthJson(client: PluginClient, options: Parameters<PluginClient['checkHealth']>[0]) {
  const { status, message, details } = await client.checkHealth(options);
  return { status: status.toUpperCase(), message, ...(details !== null && { details }) };
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null) {
    throw new Refusal(400, 'the body is not a JSON object');
  }
  return { ...value };
}

function timeOf(name: string, value: unknown): number {
  const ms = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof ms !== 'number' || !Number.isFinite(ms)) {
    throw new Refusal(400, `"${name}" is not a time in milliseconds`);
  }
  return ms;
}
