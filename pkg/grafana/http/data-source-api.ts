import type { CallOptions, ClientQuery, PluginCalls, QueryAnswer } from '../client/plugin-client.ts';
import { messageOf } from '../error-facts.ts';
import { frameJson } from '../frame/frame-json.ts';
import { parseQueryBody } from './query-body.ts';

/** A request to Grafana's HTTP API. */
export interface ApiRequest {
  readonly method: string;
  /** Behind `/api/`, still encoded. */
  readonly path: string;
  /** Behind the question mark. */
  readonly query: string;
  readonly body: string;
}

/** What is sent back over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The part of Grafana's HTTP API that the browser's side of a data source uses, answered by a plugin: `ds/query`, and
 * `health` and `resources` below `datasources/uid/UID`.
 *
 * It differs from Grafana in one thing: failed queries and health checks have the status 200, with the error inside as
 * at Grafana. What reads them does not look at the status, and browsers write a line into the console for each 4xx.
 *
 * @param plugin called for each request, as a plugin may have been started anew
 * @param options of each call; its settings say which data source there is
 */
export async function answerDataSourceApi(
  plugin: () => Promise<PluginCalls>,
  request: ApiRequest,
  options: CallOptions
): Promise<HttpAnswer> {
  const { method, path } = request;
  if (path === 'ds/query' && method === 'POST') {
    return answerQuery(plugin, request, options);
  }
  const [, uid = '', what, resource = ''] =
    /^datasources\/uid\/([^/]+)\/(health|resources)(?:\/(.*))?$/.exec(path) ?? [];
  if (what === undefined) {
    return errorAnswer(404, `there is no ${method} /api/${path} here`);
  }
  if (uid !== options.settings?.uid) {
    return errorAnswer(404, `there is no data source "${uid}" here`);
  }
  return what === 'health' ? answerHealth(plugin, options) : answerResource(plugin, resource, request, options);
}

/** A JSON answer. */
export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}

/** An error in the form of Grafana's API. */
export function errorAnswer(status: number, message: string): HttpAnswer {
  return jsonAnswer(status, { message });
}

async function answerQuery(
  plugin: () => Promise<PluginCalls>,
  { body }: ApiRequest,
  options: CallOptions
): Promise<HttpAnswer> {
  const queries = parseQueryBody(body);
  if (typeof queries === 'string') {
    return errorAnswer(400, queries);
  }
  try {
    const answers = await (await plugin()).queryData(queries, options);
    return resultsAnswer([...answers]);
  } catch (error) {
    const failed = { status: 500, error: unanswered(error), errorSource: 'plugin', frames: [] };
    return resultsAnswer(queries.map(({ refId }: ClientQuery) => [refId, failed]));
  }
}

function resultsAnswer(answers: readonly (readonly [refId: string, QueryAnswer])[]): HttpAnswer {
  const results = answers.map(([refId, { status, error, errorSource, frames }]) => [
    refId,
    { status, ...(error !== '' && { error, errorSource }), frames: frames.map((frame) => frameJson(frame, refId)) },
  ]);
  return jsonAnswer(200, { results: Object.fromEntries(results) as object });
}

async function answerHealth(plugin: () => Promise<PluginCalls>, options: CallOptions): Promise<HttpAnswer> {
  try {
    const { status, message, details } = await (await plugin()).checkHealth(options);
    return jsonAnswer(200, { status: status.toUpperCase(), message, ...(details !== null && { details }) });
  } catch (error) {
    return jsonAnswer(200, { status: 'ERROR', message: unanswered(error) });
  }
}

async function answerResource(
  plugin: () => Promise<PluginCalls>,
  encoded: string,
  { method, query, body }: ApiRequest,
  options: CallOptions
): Promise<HttpAnswer> {
  try {
    const path = decodeURIComponent(encoded);
    const sent = { method, path, query, ...(body !== '' && { body: Buffer.from(body) }) };
    const answer = await (await plugin()).callResource(sent, options);
    const contentType = answer.headers.get('content-type') ?? 'application/json';
    return { status: answer.status, contentType, body: answer.body };
  } catch (error) {
    return error instanceof URIError
      ? errorAnswer(400, 'the path is not encoded')
      : errorAnswer(502, unanswered(error));
  }
}

function unanswered(error: unknown): string {
  return `the back end did not answer: ${messageOf(error)}`;
}
