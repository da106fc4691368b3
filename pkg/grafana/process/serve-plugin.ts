import { writeSync } from 'node:fs';

import type { PluginDefinition } from '../definition.ts';
import { messageOf } from '../error-facts.ts';
import { limitsOf } from '../limits.ts';
import { LineLog } from '../log/line-log.ts';
import { logLine } from '../log/line.ts';
import type { Log } from '../log/log.ts';
import { Secrets } from '../log/secrets.ts';
import { FileSink } from '../log/sink.ts';
import type { ServeOptions } from '../options.ts';
import { Metrics } from '../server/metrics.ts';
import { PluginServer } from '../server/plugin-server.ts';
import { captureOutput } from './capture-output.ts';
import { type HostEnvironment, hostEnvironment } from './host-environment.ts';
import { handleProcessEvents, Life } from './life.ts';
import { handshakeLine, listen } from './listen.ts';
import { sweepSocketDirectories } from './socket-directory.ts';
import { watchParent } from './watch-parent.ts';

/** A plugin, or a function that loads it after output and errors are captured. */
export type Loadable<Instance> = PluginDefinition<Instance> | (() => Promise<PluginDefinition<Instance>>);

const stdout = 1;
const stderr = 2;

/**
 * Serves a plugin to the Grafana that started this process, until it is told to stop. Takes the process over: standard
 * output, standard error, signals, uncaught errors. Ends the process with code 1 where no host started it.
 *
 * @returns when the handshake was printed; the process goes on and ends by itself
 */
export async function servePlugin<Instance>(definition: Loadable<Instance>, options: ServeOptions = {}): Promise<void> {
  const limits = orExit(() => limitsOf(options));
  const secrets = new Secrets();
  const lineOptions = { secrets, maxBytes: limits.maxLogLineBytes };
  const sink = new FileSink(stderr, {
    maxBufferBytes: limits.maxLogBufferBytes,
    droppedLine: (count) =>
      logLine('warn', 'log lines were dropped because nobody read them', { count }, new Date(), lineOptions),
    onClosed: () => process.exit(1),
  });
  const log = new LineLog(sink, lineOptions);
  const life = new Life({ log, sink, stopTimeoutMs: limits.stopTimeoutMs });
  const host = orExit(() => hostEnvironment(process.env));
  captureOutput(log);
  handleProcessEvents(life);
  try {
    const loaded = typeof definition === 'function' ? await definition() : definition;
    const server = new PluginServer({
      definition: loaded,
      limits,
      log: log.with({ pluginId: loaded.pluginId }),
      secrets,
      metrics: new Metrics(() => sink.dropped),
      onShutdown: () => life.stop('Shutdown'),
    });
    const listening = await listen((address) => server.listen(address), host);
    process.on('exit', () => listening.cleanUp());
    life.atStop((graceMs) => server.stop(graceMs));
    watchParent(limits.parentPollMs, () => life.stop('the host has gone'));
    // One synchronous write: the host takes the first line, and nothing may come after it.
    writeSync(stdout, handshakeLine(listening, host));
    sweep(host, log);
  } catch (error) {
    life.fail('the plugin cannot start', error);
  }
}

/** What makes no sense without a host, or with such options, ends here: the hint is for the person at the terminal. */
function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    writeSync(stderr, `[ERROR] ${messageOf(error)}\n`);
    process.exit(1);
  }
}

/** After the handshake, so that leftovers do not cost starting time. */
function sweep(host: HostEnvironment, log: Log): void {
  for (const directory of host.socketDirectories) {
    sweepSocketDirectories(directory, Date.now()).catch((error: unknown) =>
      log.debug('leftovers of killed plugins could not be removed', { directory, error })
    );
  }
}
