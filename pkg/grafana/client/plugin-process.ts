import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { messageOf } from '../error-facts.ts';
import { GrafanaError } from '../grafana-error.ts';
import type { Exit } from './plugin-client.ts';

/** How to start a plugin. What is left out means what Grafana does. */
export interface StartOptions {
  /** Arguments of the executable; Grafana gives none. */
  readonly args?: readonly string[];
  /** Working directory; default `/`. */
  readonly cwd?: string;
  /** Added to Grafana's environment, for example GF_PLUGIN_…; nothing else is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** The plugin id in each call's context. */
  readonly pluginId?: string;
  /** Longest wait for the handshake. Grafana waits 60 000; default 15 000. */
  readonly startTimeoutMs?: number;
  /** Called with each line of the plugin's log. */
  readonly onLog?: (line: string) => void;
  /** Called with each line on standard output after the handshake; there must be none. */
  readonly onStrayOutput?: (line: string) => void;
}

/** What a plugin finds in its environment (protocol section 1.2). */
export const grafanaEnvironment: Readonly<Record<string, string>> = {
  GF_VERSION: '12.4.3',
  grafana_plugin_type: 'datasource',
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
  PLUGIN_PROTOCOL_VERSIONS: '2',
};

/** A started plugin that has printed its handshake. */
export interface PluginProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly handshake: string;
  /** As grpc-js dials it. */
  readonly address: string;
  readonly startMs: number;
  readonly exited: Promise<Exit>;
}

/** Lines of standard error that an error text repeats. */
const quotedLines = 5;

/** @throws GrafanaError `start` when the process ends or says nothing, `handshake` when it says something else */
export async function startProcess(path: string, options: StartOptions): Promise<PluginProcess> {
  const startedMs = performance.now();
  const child = spawn(path, options.args ?? [], {
    cwd: options.cwd ?? '/',
    env: { ...grafanaEnvironment, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'close').then(([code, signal]: (number | string | null)[]) => ({
    code: typeof code === 'number' ? code : null,
    signal: typeof signal === 'string' ? signal : null,
  }));
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (said.length < quotedLines) {
      said.push(line);
    }
    options.onLog?.(line);
  });
  try {
    const handshake = await firstLine(child, exited, options);
    const startMs = performance.now() - startedMs;
    return { child, pid: child.pid ?? 0, handshake, address: addressOf(handshake), startMs, exited };
  } catch (error) {
    child.kill('SIGKILL');
    const reason = messageOf(error);
    const code = error instanceof GrafanaError ? error.code : 'start';
    const quoted = said.length > 0 ? `; it wrote: ${said.join('\n')}` : '';
    throw new GrafanaError(code, `${path} did not start: ${reason}${quoted}`, { cause: error });
  }
}

function firstLine(child: ChildProcess, exited: Promise<Exit>, options: StartOptions): Promise<string> {
  const { startTimeoutMs = 15_000, onStrayOutput } = options;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new GrafanaError('start', `no handshake within ${startTimeoutMs} ms`)),
      startTimeoutMs
    );
    let isFirst = true;
    child.once('error', reject);
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (isFirst) {
          isFirst = false;
          clearTimeout(timer);
          resolve(line);
        } else {
          onStrayOutput?.(line);
        }
      });
    }
    exited.then(
      ({ code, signal }) => {
        clearTimeout(timer);
        reject(new GrafanaError('start', `it ended with ${signal ?? `code ${String(code)}`}`));
      },
      () => clearTimeout(timer)
    );
  });
}

/** The address of a handshake line, as grpc-js dials it. @throws GrafanaError `handshake` */
export function addressOf(handshake: string): string {
  const [core, app, network, address, protocol, certificate = ''] = handshake.split('|');
  if (core !== '1' || app !== '2' || protocol !== 'grpc' || certificate !== '' || !address) {
    throw new GrafanaError('handshake', `"${handshake}" is no handshake of plugin protocol 2`);
  }
  switch (network) {
    case 'unix':
      return `unix:${address}`;
    case 'tcp':
      return address;
    default:
      throw new GrafanaError(
        'handshake',
        `"${handshake}" names the network ${String(network)}: only unix and tcp are known`
      );
  }
}
