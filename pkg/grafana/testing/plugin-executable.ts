import { join } from 'node:path';

import type { PluginClient } from '../client/plugin-client.ts';
import type { StartOptions } from '../client/plugin-process.ts';
import { startPlugin } from '../client/start-plugin.ts';
import type { ServeOptions } from '../options.ts';

/** The test plugin, run from its source by the Node that runs the tests. */
export const executable = process.execPath;
export const executableArgs = [
  '--disable-warning=ExperimentalWarning',
  join(process.cwd(), 'pkg', 'grafana', 'testing', 'main.ts'),
];

export interface TestStart extends StartOptions {
  readonly limits?: ServeOptions;
}

export interface StartedTestPlugin {
  readonly client: PluginClient;
  /** Lines of standard error so far. */
  readonly log: string[];
  /** Lines of standard output after the handshake so far. */
  readonly stray: string[];
}

/** Starts the test plugin as Grafana would. */
export async function startTestPlugin({ limits, env, ...options }: TestStart = {}): Promise<StartedTestPlugin> {
  const log: string[] = [];
  const stray: string[] = [];
  const client = await startPlugin(executable, {
    args: executableArgs,
    env: { ...env, ...(limits && { GF_PLUGIN_LIMITS: JSON.stringify(limits) }) },
    onLog: (line) => log.push(line),
    onStrayOutput: (line) => stray.push(line),
    ...options,
  });
  return { client, log, stray };
}
