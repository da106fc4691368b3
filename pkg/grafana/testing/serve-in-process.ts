import { ConnectionCalls } from '../client/calls.ts';
import type { PluginCalls } from '../client/plugin-client.ts';
import { Connection } from '../client/rpc.ts';
import type { PluginDefinition } from '../definition.ts';
import { limitsOf } from '../limits.ts';
import type { ServeOptions } from '../options.ts';
import { LineLog } from '../log/line-log.ts';
import { Secrets } from '../log/secrets.ts';
import { Metrics } from '../server/metrics.ts';
import { PluginServer } from '../server/plugin-server.ts';

/** A plugin served inside the test's own process, over a loopback port. */
export interface ServedPlugin {
  readonly calls: PluginCalls;
  /** For calls that the protocol knows and PluginCalls does not. */
  readonly connection: Connection;
  /** What was logged, parsed. */
  readonly lines: Record<string, unknown>[];
  /** Stops the server, as Shutdown would. */
  stopServer(): Promise<void>;
  /** Closes the connection and stops the server. */
  stop(): Promise<void>;
}

export async function serveInProcess<Instance>(
  definition: PluginDefinition<Instance>,
  limits: ServeOptions = {}
): Promise<ServedPlugin> {
  const lines: Record<string, unknown>[] = [];
  const sink = {
    dropped: 0,
    waitingBytes: 0,
    flush: () => {},
    // What logLine makes is JSON.
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  };
  const secrets = new Secrets();
  const all = limitsOf(limits);
  const server = new PluginServer({
    definition,
    limits: all,
    secrets,
    log: new LineLog(sink, { secrets, maxBytes: all.maxLogLineBytes }),
    metrics: new Metrics(() => 0),
    onShutdown: () => {},
  });
  const port = await server.listen('127.0.0.1:0');
  const connection = new Connection(`127.0.0.1:${port}`);
  return {
    calls: new ConnectionCalls(connection, definition.pluginId),
    connection,
    lines,
    stopServer: () => server.stop(500),
    async stop() {
      connection.close();
      await server.stop(500);
    },
  };
}
