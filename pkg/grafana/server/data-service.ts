import { create } from '@bufbuild/protobuf';

import type { Call } from '../call.ts';
import { checkAnswer } from '../frame/check-answer.ts';
import {
  Data,
  type DataQuery as DataQueryMessage,
  type DataResponse,
  DataResponseSchema,
  type QueryDataRequest,
  type QueryDataResponse,
  QueryDataResponseSchema,
} from '../gen/backend_pb.js';
import { ForwardedHeaders } from '../headers.ts';
import type { QueryFailure } from '../query-error.ts';
import { answerWhenDone } from './answer-when-done.ts';
import { bindService, type BoundService } from './grpc-service.ts';
import { parseQuery } from './parse-query.ts';
import type { PluginHost } from './plugin-host.ts';
import { mapBounded } from './settle.ts';

const endpoint = 'queryData';

/** QueryData: every refId is answered, each on its own. Frames are Arrow whatever form the host asks for. */
export function dataService<Instance>(host: PluginHost<Instance>): BoundService {
  return bindService(Data, {
    queryData(grpcCall, reply) {
      const { request } = grpcCall;
      const headers = new ForwardedHeaders(Object.entries(request.headers));
      const scope = host.open(grpcCall, request.pluginContext, headers, endpoint, host.limits.queryTimeoutMs);
      answerWhenDone(answerAll(host, request, scope.call), scope, reply);
    },
  });
}

/** Never rejects. */
async function answerAll<Instance>(
  host: PluginHost<Instance>,
  request: QueryDataRequest,
  call: Call
): Promise<QueryDataResponse> {
  // Without a prototype, so that a refId may be called __proto__; create would copy it into an ordinary object.
  const responses = Object.create(null) as Record<string, DataResponse>;
  const answers = await mapBounded(request.queries, host.limits.queryConcurrency, (query) =>
    answer(host, request, query, call)
  );
  for (const [index, { refId }] of request.queries.entries()) {
    const response = answers[index];
    if (response) {
      responses[refId] = response;
    }
  }
  return Object.assign(create(QueryDataResponseSchema), { responses });
}

async function answer<Instance>(
  host: PluginHost<Instance>,
  { pluginContext }: QueryDataRequest,
  message: DataQueryMessage,
  call: Call
): Promise<DataResponse> {
  const startedMs = performance.now();
  const { refId } = message;
  const ofQuery: Call = { ...call, log: call.log.with({ refId }) };
  try {
    const query = parseQuery(message);
    const frames = await host.withInstance(pluginContext, ofQuery, (instance) =>
      host.definition.queryData(instance, query, ofQuery)
    );
    checkAnswer(frames);
    host.count(ofQuery, endpoint, 'ok', startedMs);
    return create(DataResponseSchema, { status: 200, frames: frames.map(({ bytes }) => bytes) });
  } catch (error) {
    const failure = host.failure(error, ofQuery);
    host.count(ofQuery, endpoint, failure.status === 499 ? 'cancelled' : 'error', startedMs);
    return failed(failure);
  }
}

function failed({ status, source, text }: QueryFailure): DataResponse {
  return create(DataResponseSchema, { status, errorSource: source, error: text || `failed with status ${status}` });
}
