const httpPrefix = 'http_';

/**
 * The HTTP headers that Grafana passes on. Names are compared without case and without the prefix `http_` that QueryData
 * and CheckHealth put before most of them (protocol section 2.7). They hold credentials: pass them on to the configured
 * host only.
 */
export class ForwardedHeaders {
  readonly #values = new Map<string, string>();

  constructor(headers: Iterable<readonly [name: string, value: string]>) {
    for (const [name, value] of headers) {
      const lower = name.toLowerCase();
      if (!lower.startsWith(httpPrefix)) {
        this.#values.set(lower, value);
      } else if (!this.#values.has(lower.slice(httpPrefix.length))) {
        this.#values.set(lower.slice(httpPrefix.length), value);
      }
    }
  }

  /** The value, or null. */
  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  /** Names in lower case, without prefix. */
  names(): string[] {
    return [...this.#values.keys()];
  }
}
