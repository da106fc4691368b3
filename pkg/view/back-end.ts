import type { PluginClient, StartOptions } from '../grafana/index.ts';
import { startPlugin } from '../grafana/index.ts';

/** A plugin's process that is there whenever it is asked. */
export interface BackEnd {
  /** Starts the process when there is none: at first, and when it ended. @throws GrafanaError `start`, `handshake` */
  client(): Promise<PluginClient>;
  stop(): Promise<void>;
}

export function makeBackEnd(executable: string, options: StartOptions): BackEnd {
  let running: Promise<PluginClient> | null = null;
  const forget = () => void (running = null);
  return {
    async client() {
      if (running === null) {
        running = startPlugin(executable, options);
        running.then(({ exited }) => exited.then(forget), forget);
      }
      return running;
    },
    async stop() {
      const client = await running?.catch(() => null);
      await client?.shutdown();
    },
  };
}
