import { tmpdir } from 'node:os';

import { GrafanaError } from '../grafana-error.ts';

/** go-plugin's versions: of its own protocol, and of Grafana's on top of it. */
export const coreProtocol = 1;
export const appProtocol = 2;

/** The same for every plugin type. It tells a start by Grafana from a start by hand; it is no secret. */
const cookie = { name: 'grafana_plugin_type', value: 'datasource' } as const;

/** What the host says in the environment (protocol section 1.2). */
export interface HostEnvironment {
  /** Where a unix socket may be made, best first. */
  readonly socketDirectories: readonly string[];
  readonly minPort: number;
  readonly maxPort: number;
  /** The host asked whether several plugins can share a connection. */
  readonly asksForMultiplexing: boolean;
}

/** @throws GrafanaError `cookie` when no host started this process, `host` when it wants what is not offered */
export function hostEnvironment(env: NodeJS.ProcessEnv): HostEnvironment {
  if (env[cookie.name] !== cookie.value) {
    throw new GrafanaError(
      'cookie',
      'This is a Grafana plugin. Grafana starts it by itself: put its folder into the plugin directory and restart Grafana.'
    );
  }
  const versions = env['PLUGIN_PROTOCOL_VERSIONS'];
  if (versions && !versions.split(',').includes(String(appProtocol))) {
    throw new GrafanaError(
      'host',
      `the host speaks plugin protocol ${versions}, this plugin ${appProtocol}: update one`
    );
  }
  if (env['PLUGIN_CLIENT_CERT']) {
    throw new GrafanaError(
      'host',
      'the host asks for TLS between itself and the plugin, which is not offered: turn AutoMTLS off'
    );
  }
  const directories = [env['PLUGIN_UNIX_SOCKET_DIR'], env['TMPDIR'], tmpdir(), '/tmp'];
  return {
    socketDirectories: [...new Set(directories.flatMap((directory) => directory || []))],
    minPort: portOf(env['PLUGIN_MIN_PORT'], 10_000),
    maxPort: portOf(env['PLUGIN_MAX_PORT'], 25_000),
    asksForMultiplexing: Boolean(env['PLUGIN_MULTIPLEX_GRPC']),
  };
}

function portOf(text: string | undefined, fallback: number): number {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 2 ** 16 ? port : fallback;
}
