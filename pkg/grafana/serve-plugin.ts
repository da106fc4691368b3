import type { PluginDefinition } from './definition.ts';
import { GrafanaError } from './grafana-error.ts';
import type { ServeOptions } from './options.ts';

/**
 * Serves a plugin to the Grafana that started this process, until it is told to stop. Takes the process over: standard
 * output, standard error, signals, uncaught errors.
 *
 * @param definition the plugin, or a function that loads it after output and errors are captured
 * @returns when the handshake was printed; the process goes on and ends by itself
 */
export function servePlugin<Instance>(
  definition: PluginDefinition<Instance> | (() => Promise<PluginDefinition<Instance>>),
  options?: ServeOptions
): Promise<void> {
  return Promise.reject(new GrafanaError('listen', `not served yet: ${typeof definition} ${typeof options}`));
}
