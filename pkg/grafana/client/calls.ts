import { create } from '@bufbuild/protobuf';

import {
  CallResourceRequestSchema,
  type CallResourceResponse,
  CheckHealthRequestSchema,
  CollectMetricsRequestSchema,
  Data,
  Diagnostics,
  QueryDataRequestSchema,
  Resource,
} from '../gen/backend_pb.js';
import { bodyBytes, contextOf, healthAnswer, queryAnswer, queryOf, resourceAnswer } from './messages.ts';
import type {
  CallOptions,
  ClientQuery,
  ClientResourceAnswer,
  ClientResourceRequest,
  HealthAnswer,
  PluginCalls,
  QueryAnswer,
} from './plugin-client.ts';
import type { Connection } from './rpc.ts';

/** The calls that Grafana makes, over one connection. */
export class ConnectionCalls implements PluginCalls {
  readonly #connection: Connection;
  readonly #pluginId: string;

  constructor(connection: Connection, pluginId: string) {
    this.#connection = connection;
    this.#pluginId = pluginId;
  }

  async queryData(
    queries: readonly ClientQuery[],
    options: CallOptions = {}
  ): Promise<ReadonlyMap<string, QueryAnswer>> {
    const request = create(QueryDataRequestSchema, {
      pluginContext: contextOf(this.#pluginId, options),
      headers: { ...options.headers },
      queries: queries.map(queryOf),
    });
    const { responses } = await this.#connection.unary(Data.method.queryData, request, options);
    return new Map(Object.entries(responses).map(([refId, response]) => [refId, queryAnswer(refId, response)]));
  }

  async checkHealth(options: CallOptions = {}): Promise<HealthAnswer> {
    const request = create(CheckHealthRequestSchema, {
      pluginContext: contextOf(this.#pluginId, options),
      headers: { ...options.headers },
    });
    return healthAnswer(await this.#connection.unary(Diagnostics.method.checkHealth, request, options));
  }

  async callResource(request: ClientResourceRequest, options: CallOptions = {}): Promise<ClientResourceAnswer> {
    const { method = 'GET', path, query, body } = request;
    const message = create(CallResourceRequestSchema, {
      pluginContext: contextOf(this.#pluginId, options),
      method,
      path,
      url: query === undefined ? path : `${path}?${query}`,
      headers: headerLists(options.headers ?? {}),
      body: bodyBytes(body),
    });
    const messages: CallResourceResponse[] = [];
    await this.#connection.stream(Resource.method.callResource, message, (each) => messages.push(each), options);
    return resourceAnswer(messages);
  }

  async collectMetrics(): Promise<string> {
    // Grafana sends nothing but the plugin's id.
    const request = create(CollectMetricsRequestSchema, { pluginContext: { pluginId: this.#pluginId } });
    const { metrics } = await this.#connection.unary(Diagnostics.method.collectMetrics, request);
    return new TextDecoder().decode(metrics?.prometheus);
  }
}

function headerLists(headers: Readonly<Record<string, string>>): Record<string, { values: string[] }> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { values: [value] }]));
}
