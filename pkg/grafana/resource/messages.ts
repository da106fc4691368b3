import { create } from '@bufbuild/protobuf';

import { type CallResourceResponse, CallResourceResponseSchema } from '../gen/backend_pb.js';
import { GrafanaError } from '../grafana-error.ts';
import type { ResourceAnswer, ResourceHeaders } from './resource.ts';

/** Bodies are cut into pieces of this size, so that a slow reader holds one back, not all. */
const pieceBytes = 1 << 20;

const encoder = new TextEncoder();

/** The messages of an answer: the first one has the code and the headers, and there always is one. */
export async function* messagesOf(answer: ResourceAnswer): AsyncGenerator<CallResourceResponse> {
  switch (answer.kind) {
    case 'empty':
      yield head(204, answer.headers);
      return;
    case 'json': {
      const body = encoder.encode(JSON.stringify(answer.value ?? null));
      yield* pieces(answer.status ?? 200, { 'Content-Type': 'application/json', ...answer.headers }, body);
      return;
    }
    case 'bytes': {
      const headers = { 'Content-Type': answer.contentType, ...answer.headers };
      const status = answer.status ?? 200;
      if (answer.body instanceof Uint8Array) {
        yield* pieces(status, headers, answer.body);
        return;
      }
      yield head(status, headers);
      for await (const piece of answer.body) {
        yield create(CallResourceResponseSchema, { body: piece });
      }
    }
  }
}

function* pieces(code: number, headers: ResourceHeaders, body: Uint8Array): Generator<CallResourceResponse> {
  const first = head(code, headers);
  first.body = body.subarray(0, pieceBytes);
  yield first;
  for (let start = pieceBytes; start < body.length; start += pieceBytes) {
    yield create(CallResourceResponseSchema, { body: body.subarray(start, start + pieceBytes) });
  }
}

/** Go's HTTP writer panics on codes that are none (protocol section 2.5). */
function head(code: number, headers: ResourceHeaders = {}): CallResourceResponse {
  if (!(Number.isInteger(code) && code >= 200 && code <= 599)) {
    throw new GrafanaError('route', `a resource call cannot answer with the status ${code}: use 200 to 599`);
  }
  return create(CallResourceResponseSchema, {
    code,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { values: [value] }])),
  });
}
