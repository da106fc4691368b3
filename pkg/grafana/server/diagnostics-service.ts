import { create } from '@bufbuild/protobuf';

import type { Call } from '../call.ts';
import type { Health } from '../definition.ts';
import {
  type CheckHealthRequest,
  type CheckHealthResponse,
  CheckHealthResponse_HealthStatus as HealthStatus,
  CheckHealthResponseSchema,
  type CollectMetricsResponse,
  CollectMetricsResponseSchema,
  Diagnostics,
} from '../gen/backend_pb.js';
import { ForwardedHeaders } from '../headers.ts';
import { answerWhenDone } from './answer-when-done.ts';
import { bindService, type BoundService } from './grpc-service.ts';
import type { PluginHost } from './plugin-host.ts';
import { untilAborted } from './settle.ts';

const encoder = new TextEncoder();

/** CheckHealth, which answers ERROR with a message rather than fail (protocol section 2.4), and CollectMetrics. */
export function diagnosticsService<Instance>(host: PluginHost<Instance>): BoundService {
  return bindService(Diagnostics, {
    checkHealth(grpcCall, reply) {
      const { request } = grpcCall;
      const headers = new ForwardedHeaders(Object.entries(request.headers));
      const scope = host.open(grpcCall, request.pluginContext, headers, 'checkHealth', host.limits.healthTimeoutMs);
      answerWhenDone(checkHealth(host, request, scope.call), scope, reply);
    },
    collectMetrics(grpcCall, reply) {
      const { pluginContext } = grpcCall.request;
      const noHeaders = new ForwardedHeaders([]);
      const scope = host.open(grpcCall, pluginContext, noHeaders, 'collectMetrics', host.limits.metricsTimeoutMs);
      answerWhenDone(collectMetrics(host, scope.call), scope, reply);
    },
  });
}

/** Never rejects. */
async function checkHealth<Instance>(
  host: PluginHost<Instance>,
  { pluginContext }: CheckHealthRequest,
  call: Call
): Promise<CheckHealthResponse> {
  const startedMs = performance.now();
  try {
    const health = await host.withInstance(pluginContext, call, (instance) =>
      host.definition.checkHealth(instance, call)
    );
    const response = healthResponse(health);
    host.count(call, 'checkHealth', health.status, startedMs);
    return response;
  } catch (error) {
    const { text } = host.failure(error, call);
    host.count(call, 'checkHealth', 'error', startedMs);
    return healthResponse({ status: 'error', message: text });
  }
}

function healthResponse({ status, message, details }: Health): CheckHealthResponse {
  return create(CheckHealthResponseSchema, {
    status: status === 'ok' ? HealthStatus.OK : HealthStatus.ERROR,
    message: message || status,
    ...(details && { jsonDetails: encoder.encode(JSON.stringify(details)) }),
  });
}

/** Never rejects: without metrics rather than not at all. */
async function collectMetrics<Instance>(host: PluginHost<Instance>, call: Call): Promise<CollectMetricsResponse> {
  try {
    const text = await untilAborted(host.metrics.text(), call.signal);
    return create(CollectMetricsResponseSchema, { metrics: { prometheus: encoder.encode(text) } });
  } catch (error) {
    host.failure(error, call);
    return create(CollectMetricsResponseSchema);
  }
}
