import type { ClientSettings } from '../grafana/index.ts';
import { failedAnswerJson, healthJson, parseQueries, queryAnswerJson } from './query-answer.ts';
import type { Reply } from './reply.ts';
import { errorReply, jsonReply } from './reply.ts';
import type { ViewOptions } from './view-options.ts';

/** A request to Grafana's API. */
export interface ApiCall {
  readonly method: string;
  /** Without `/api/`, still encoded. */
  readonly path: string;
  /** Behind the question mark. */
  readonly query: string;
  readonly body: string;
  /** Aborted when the browser is no longer interested. */
  readonly signal: AbortSignal;
}

const role = 'Viewer';

/** The part of Grafana's HTTP API that a data source with a back end uses. */
export async function answerApi(options: ViewOptions, call: ApiCall): Promise<Reply> {
  const { uid } = options.dataSource;
  if (call.path === 'ds/query' && call.method === 'POST') {
    return answerQuery(options, call);
  }
  const [, askedUid = '', what, rest = ''] =
    /^datasources\/uid\/([^/]+)\/(health|resources)(?:\/(.*))?$/.exec(call.path) ?? [];
  if (what === undefined) {
    return errorReply(404, `this page answers no ${call.method} /api/${call.path}`);
  }
  if (decodeURIComponent(askedUid) !== uid) {
    return errorReply(404, `there is no data source "${decodeURIComponent(askedUid)}"; the only one is "${uid}"`);
  }
  return what === 'health' ? answerHealth(options, call) : answerResource(options, call, rest);
}

/** A failed query is answered with 200 and the error inside: browsers write a line of their own for each 4xx. */
async function answerQuery(options: ViewOptions, { body, signal }: ApiCall): Promise<Reply> {
  const queries = parseQueries(body);
  try {
    const client = await options.backEnd.client();
    const answers = await client.queryData(queries, { settings: settingsOf(options), role, signal });
    return jsonReply(200, queryAnswerJson(answers));
  } catch (error) {
    return jsonReply(200, failedAnswerJson(queries, unanswered(error)));
  }
}

async function answerHealth(options: ViewOptions, { signal }: ApiCall): Promise<Reply> {
  try {
    const client = await options.backEnd.client();
    return jsonReply(200, await healthJson(client, { settings: settingsOf(options), role, signal }));
  } catch (error) {
    return jsonReply(200, { status: 'ERROR', message: unanswered(error) });
  }
}

async function answerResource(
  options: ViewOptions,
  { method, query, body, signal }: ApiCall,
  path: string
): Promise<Reply> {
  try {
    const client = await options.backEnd.client();
    const answer = await client.callResource(
      { method, path: decodeURIComponent(path), query, ...(body !== '' && { body: Buffer.from(body) }) },
      { settings: settingsOf(options), role, signal }
    );
    const contentType = answer.headers.get('content-type') ?? 'application/json';
    return { status: answer.status, contentType, body: answer.body };
  } catch (error) {
    return errorReply(502, unanswered(error));
  }
}

function settingsOf({ dataSource: { uid, name, jsonData } }: ViewOptions): ClientSettings {
  return { uid, name, jsonData };
}

function unanswered(error: unknown): string {
  return `the back end did not answer: ${error instanceof Error ? error.message : String(error)}`;
}
