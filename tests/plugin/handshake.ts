import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * What Grafana 12.4 puts into a plugin's environment by default, and nothing else (no PATH, no HOME): real-world names
 * and values.
 */
export const grafanaEnvironment: Record<string, string> = {
  grafana_plugin_type: 'datasource',
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
  PLUGIN_PROTOCOL_VERSIONS: '2',
  GF_VERSION: '12.4.3',
  GF_EDITION: 'Open Source',
  GF_ENTERPRISE_LICENSE_PATH: '/usr/share/grafana/data/license.jwt',
  GF_ENTERPRISE_APP_URL: 'http://localhost:3000/',
  GF_INSTANCE_FEATURE_TOGGLES_ENABLE: 'alertingSimplifiedRouting,dashboardScene',
  GFAZPL_AZURE_CLOUD: 'AzureCloud',
};

/** The line that Grafana takes: protocol versions, where, how. */
export const handshakePattern = /^1\|2\|(unix\|\/[^|]+|tcp\|127\.0\.0\.1:\d+)\|grpc\|?$/;

/** A plugin that was started and has said where it listens. */
export interface StartedPlugin {
  /** The first line of its stdout. */
  line: string;
  /** The address in it, as grpc-js takes it; sockets below `socketRoot`. */
  address: string;
  /** Ends it and waits until it is gone. */
  stop: () => Promise<void>;
}

/** How long a start may take before a test fails; Grafana itself waits a minute. */
const startLimitMs = 20_000;

/**
 * Starts a plugin as Grafana does: no arguments, stdin empty, Grafana's environment and working directory.
 *
 * @param socketRoot put before the socket's path, for a plugin in a changed root
 * @throws Error with the plugin's stderr when it ends or says nothing
 */
export async function startPlugin(command: string, args: string[] = [], socketRoot = ''): Promise<StartedPlugin> {
  const child = spawn(command, args, { env: grafanaEnvironment, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(forced);
  };
  try {
    const line = await firstLine(child);
    const [, , network, address] = line.split('|');
    return {
      line,
      address: network === 'unix' ? `unix:${socketRoot}${address ?? ''}` : (address ?? ''),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let errors = '';
    const fail = (what: string): void => reject(new Error(`${what}; its stderr:\n${errors}`));
    const limit = setTimeout(() => fail(`no handshake within ${startLimitMs} ms`), startLimitMs);
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
    child.once('error', (error) => fail(`it could not be started (${error.message})`));
    child.once('close', (code) => fail(`it ended with code ${code ?? 'none'}`));
    if (child.stdout !== null) {
      createInterface(child.stdout).once('line', (line) => {
        clearTimeout(limit);
        resolve(line);
      });
    }
    child.once('close', () => clearTimeout(limit));
  });
}
