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
import { EmptySchema, GRPCController } from '../gen/controller_pb.js';
import { bodyBytes, contextOf, healthAnswer, queryAnswer, queryOf, resourceAnswer } from './messages.ts';
import type {
  CallOptions,
  ClientQuery,
  ClientResourceAnswer,
  ClientResourceRequest,
  Exit,
  HealthAnswer,
  PluginClient,
  QueryAnswer,
} from './plugin-client.ts';
import { type PluginProcess, startProcess, type StartOptions } from './plugin-process.ts';
import { Connection } from './rpc.ts';

/** How long Grafana waits for the end of a plugin that it asked to stop. */
const stopGraceMs = 2_000;

/**
 * Starts a plugin's executable with Grafana's environment and handshake.
 *
 * @throws GrafanaError `start`, `handshake`
 */
export async function startPlugin(path: string, options: StartOptions = {}): Promise<PluginClient> {
  const plugin = await startProcess(path, options);
  return new StartedPlugin(plugin, options.pluginId ?? 'client-plugin');
}

class StartedPlugin implements PluginClient {
  readonly pid: number;
  readonly handshake: string;
  readonly startMs: number;
  readonly exited: Promise<Exit>;
  readonly #plugin: PluginProcess;
  readonly #pluginId: string;
  readonly #connection: Connection;

  constructor(plugin: PluginProcess, pluginId: string) {
    this.pid = plugin.pid;
    this.handshake = plugin.handshake;
    this.startMs = plugin.startMs;
    this.exited = plugin.exited;
    this.#plugin = plugin;
    this.#pluginId = pluginId;
    this.#connection = new Connection(plugin.address);
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

  async shutdown(): Promise<Exit> {
    const timer = setTimeout(() => this.#plugin.child.kill('SIGKILL'), stopGraceMs);
    // The plugin may end before its answer arrives.
    await this.#connection
      .unary(GRPCController.method.shutdown, create(EmptySchema), { timeoutMs: stopGraceMs })
      .catch(() => {});
    this.#connection.close();
    const exit = await this.exited;
    clearTimeout(timer);
    return exit;
  }
}

function headerLists(headers: Readonly<Record<string, string>>): Record<string, { values: string[] }> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { values: [value] }]));
}
