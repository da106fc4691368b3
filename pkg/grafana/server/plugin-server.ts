import { Server, ServerCredentials } from '@grpc/grpc-js';

import { controllerService, healthService } from './base-services.ts';
import { dataService } from './data-service.ts';
import { diagnosticsService } from './diagnostics-service.ts';
import { type HostOptions, PluginHost } from './plugin-host.ts';
import { resourceService } from './resource-service.ts';

export interface PluginServerOptions<Instance> extends HostOptions<Instance> {
  /** The host asked the plugin to stop. */
  readonly onShutdown: () => void;
}

/** The gRPC server of a plugin: everything but the process around it. */
export class PluginServer<Instance> {
  readonly #host: PluginHost<Instance>;
  readonly #server: Server;
  readonly #stopping = new AbortController();

  constructor(options: PluginServerOptions<Instance>) {
    this.#host = new PluginHost(options);
    // No keepalive and no idle limit: the host drops idle connections and dials again (protocol section 1.4).
    this.#server = new Server({
      'grpc.max_receive_message_length': options.limits.maxReceiveBytes,
      'grpc.max_send_message_length': -1,
    });
    for (const { definition, handlers } of [
      healthService(this.#stopping.signal),
      controllerService(options.onShutdown),
      diagnosticsService(this.#host),
      dataService(this.#host),
      resourceService(this.#host),
    ]) {
      this.#server.addService(definition, handlers);
    }
  }

  /**
   * Accepts connections: plaintext HTTP/2, as the host dials.
   *
   * @param address `unix:/path` or `127.0.0.1:port`; port 0 takes a free one
   * @returns the port, or an arbitrary number for a unix socket
   */
  listen(address: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port)
      );
    });
  }

  /** Aborts the calls that run, lets their answers go out for `graceMs`, then cuts the connections. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    const answered = new Promise<void>((resolve) => this.#server.tryShutdown(() => resolve()));
    const disposed = this.#host.stop();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.all([answered, disposed]), late]);
    clearTimeout(timer);
    this.#server.forceShutdown();
  }
}
