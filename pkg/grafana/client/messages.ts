import { create } from '@bufbuild/protobuf';

import { messageOf } from '../error-facts.ts';
import { decodeFrame } from '../frame/decode-frame.ts';
import {
  type CallResourceResponse,
  type CheckHealthResponse,
  CheckHealthResponse_HealthStatus as HealthStatus,
  type DataQuery,
  DataQuerySchema,
  type DataResponse,
  type PluginContext,
  PluginContextSchema,
} from '../gen/backend_pb.js';
import { GrafanaError } from '../grafana-error.ts';
import { parseJsonObject } from '../json.ts';
import type { CallOptions, ClientQuery, ClientResourceAnswer, HealthAnswer, QueryAnswer } from './plugin-client.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The context of a call as Grafana sends it for a data source. */
export function contextOf(pluginId: string, { settings = {}, role, grafanaConfig }: CallOptions): PluginContext {
  return create(PluginContextSchema, {
    orgId: BigInt(settings.orgId ?? 1),
    pluginId,
    pluginVersion: '1.0.0',
    userAgent: 'Grafana/12.4.3 (linux; amd64)',
    user: { login: 'client', name: 'Client', email: 'client@example.org', role: role ?? 'Viewer' },
    grafanaConfig: { ...grafanaConfig },
    dataSourceInstanceSettings: {
      id: 1n,
      uid: settings.uid ?? 'client',
      name: settings.name ?? 'client',
      url: settings.url ?? '',
      jsonData: encoder.encode(JSON.stringify(settings.jsonData ?? {})),
      decryptedSecureJsonData: { ...settings.secureJsonData },
      lastUpdatedMS: BigInt(settings.lastUpdatedMs ?? 0),
    },
  });
}

/** A query with what Grafana adds to its model. */
export function queryOf(query: ClientQuery): DataQuery {
  const { refId, model, fromMs, toMs, maxDataPoints = 100, intervalMs = 1000 } = query;
  const queryType = 'queryType' in model && typeof model.queryType === 'string' ? model.queryType : '';
  return create(DataQuerySchema, {
    refId,
    queryType,
    maxDataPoints: BigInt(maxDataPoints),
    intervalMS: BigInt(intervalMs),
    timeRange: { fromEpochMS: BigInt(fromMs), toEpochMS: BigInt(toMs) },
    json: encoder.encode(JSON.stringify({ maxDataPoints, intervalMs, ...model, refId })),
  });
}

/** @throws GrafanaError `decode` */
export function queryAnswer(refId: string, { status, error, errorSource, frames }: DataResponse): QueryAnswer {
  try {
    return { status, error, errorSource, frames: frames.map((bytes) => decodeFrame(bytes)) };
  } catch (cause) {
    throw new GrafanaError(
      'decode',
      `the answer to refId ${JSON.stringify(refId)} cannot be read: ${messageOf(cause)}`,
      {
        cause,
      }
    );
  }
}

/** @throws GrafanaError `decode` when the details are no JSON object, which Grafana answers with an error 500 */
export function healthAnswer({ status, message, jsonDetails }: CheckHealthResponse): HealthAnswer {
  const text = decoder.decode(jsonDetails);
  const details = text === '' ? null : parseJsonObject(text);
  if (text !== '' && details === null) {
    throw new GrafanaError('decode', `the details of the health check are no JSON object: ${text.slice(0, 80)}`);
  }
  return { status: healthStatus(status), message, details };
}

function healthStatus(status: HealthStatus): HealthAnswer['status'] {
  switch (status) {
    case HealthStatus.OK:
      return 'ok';
    case HealthStatus.ERROR:
      return 'error';
    default:
      return 'unknown';
  }
}

/** @throws GrafanaError `decode` without any message, which Grafana answers with an error 500 */
export function resourceAnswer(messages: readonly CallResourceResponse[]): ClientResourceAnswer {
  const [first] = messages;
  if (!first) {
    throw new GrafanaError('decode', 'the resource call was answered without any message');
  }
  const body = Buffer.concat(messages.map((message) => message.body));
  return {
    status: first.code,
    headers: new Map(
      Object.entries(first.headers).map(([name, { values }]) => [name.toLowerCase(), values.join(', ')])
    ),
    body,
    messages: messages.length,
    text: () => decoder.decode(body),
    json: (): unknown => JSON.parse(decoder.decode(body)),
  };
}

export function bodyBytes(body: object | undefined): Uint8Array {
  if (body === undefined || body instanceof Uint8Array) {
    return body ?? new Uint8Array();
  }
  return encoder.encode(JSON.stringify(body));
}
