import type { CallResourceRequest } from '../gen/backend_pb.js';
import type { ForwardedHeaders } from '../headers.ts';
import type { JsonValue } from '../json.ts';
import { QueryError } from '../query-error.ts';
import type { Method, ResourceRequest } from './resource.ts';

/** The request as a handler sees it. */
export function resourceRequest(
  message: CallResourceRequest,
  method: Method,
  segments: readonly string[],
  params: ReadonlyMap<string, string>,
  headers: ForwardedHeaders
): ResourceRequest {
  const queryStart = message.url.indexOf('?');
  return {
    method,
    path: segments.join('/'),
    params,
    query: new URLSearchParams(queryStart < 0 ? '' : message.url.slice(queryStart + 1)),
    headers,
    body: message.body,
    json: () => parseBody(message.body),
  };
}

function parseBody(body: Uint8Array): JsonValue {
  try {
    // JSON.parse gives nothing but JSON values.
    return JSON.parse(new TextDecoder().decode(body)) as JsonValue;
  } catch (error) {
    throw new QueryError('bad-body', 400, 'downstream', 'the body of the request is not JSON', { cause: error });
  }
}
