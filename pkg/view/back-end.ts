import type { PluginClient, StartOptions } from '../grafana/index.ts';
import { startPlugin } from '../grafana/index.ts';

/** A plugin's process that is there whenever it is asked: one that ended is started again by the next question. */
export class BackEnd {
  readonly #executable: string;
  readonly #options: StartOptions;
  #client: Promise<PluginClient> | null = null;

  constructor(executable: string, options: StartOptions) {
    this.#executable = executable;
    this.#options = options;
  }

  /** @throws GrafanaError `start`, `handshake` */
  async client(): Promise<PluginClient> {
    this.#client ??= this.#start();
    return this.#client;
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    await client?.shutdown();
  }

  async #start(): Promise<PluginClient> {
    try {
      const client = await startPlugin(this.#executable, this.#options);
      void client.exited.then(() => (this.#client = null));
      return client;
    } catch (error) {
      this.#client = null;
      throw error;
    }
  }
}
