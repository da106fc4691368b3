import { create } from '@bufbuild/protobuf';

import { EmptySchema, GRPCController } from '../gen/controller_pb.js';
import { ConnectionCalls } from './calls.ts';
import type { Exit, PluginClient } from './plugin-client.ts';
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
  return new StartedPlugin(plugin, new Connection(plugin.address), options.pluginId ?? 'client-plugin');
}

class StartedPlugin extends ConnectionCalls implements PluginClient {
  readonly pid: number;
  readonly handshake: string;
  readonly startMs: number;
  readonly exited: Promise<Exit>;
  readonly #plugin: PluginProcess;
  readonly #connection: Connection;

  constructor(plugin: PluginProcess, connection: Connection, pluginId: string) {
    super(connection, pluginId);
    this.pid = plugin.pid;
    this.handshake = plugin.handshake;
    this.startMs = plugin.startMs;
    this.exited = plugin.exited;
    this.#plugin = plugin;
    this.#connection = connection;
  }

  async shutdown(): Promise<Exit> {
    const timer = setTimeout(() => this.#plugin.child.kill('SIGKILL'), stopGraceMs);
    const asked = this.#connection.unary(GRPCController.method.shutdown, create(EmptySchema), {
      timeoutMs: stopGraceMs,
    });
    // The plugin may end before its answer arrives.
    await asked.catch(() => {});
    this.#connection.close();
    const exit = await this.exited;
    clearTimeout(timer);
    return exit;
  }
}
