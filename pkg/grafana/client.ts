import { GrafanaError } from './grafana-error.ts';
import type { DecodedFrame } from './frame/decode-frame.ts';

/** How to start a plugin. The zero value of each field means what Grafana does. */
export interface StartOptions {
  /** Arguments of the executable; Grafana gives none. */
  readonly args?: readonly string[];
  /** Working directory; default `/`. */
  readonly cwd?: string;
  /** Added to Grafana's environment, for example GF_PLUGIN_…; nothing else is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** The plugin id in each call's context. */
  readonly pluginId?: string;
  /** Longest wait for the handshake; Grafana waits 60 000, default 15 000. */
  readonly startTimeoutMs?: number;
  /** Called with each line of the plugin's log. */
  readonly onLog?: (line: string) => void;
}

/** The data source in whose name a call is made. */
export interface ClientSettings {
  readonly orgId?: number;
  readonly uid?: string;
  readonly name?: string;
  readonly url?: string;
  readonly jsonData?: object;
  readonly secureJsonData?: Readonly<Record<string, string>>;
  readonly lastUpdatedMs?: number;
}

/** What every call may carry. */
export interface CallOptions {
  readonly settings?: ClientSettings;
  readonly headers?: Readonly<Record<string, string>>;
  readonly role?: string;
  readonly grafanaConfig?: Readonly<Record<string, string>>;
  /** The host's deadline; default none, as for panels. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface ClientQuery {
  readonly refId: string;
  readonly model: object;
  readonly fromMs: number;
  readonly toMs: number;
  readonly maxDataPoints?: number;
  readonly intervalMs?: number;
}

export interface QueryAnswer {
  readonly status: number;
  /** Empty on success. */
  readonly error: string;
  readonly errorSource: string;
  readonly frames: readonly DecodedFrame[];
}

export interface HealthAnswer {
  readonly status: 'unknown' | 'ok' | 'error';
  readonly message: string;
  readonly details: object | null;
}

export interface ClientResourceRequest {
  readonly method?: string;
  readonly path: string;
  /** The part after the question mark. */
  readonly query?: string;
  readonly body?: Uint8Array | object;
}

export interface ClientResourceAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
  /** The body as text. */
  text(): string;
  /** The body as JSON. */
  json(): unknown;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A running plugin, asked as Grafana asks it. */
export interface PluginClient {
  readonly pid: number;
  /** The line the plugin printed. */
  readonly handshake: string;
  /** From start to handshake. */
  readonly startMs: number;
  /** Resolves when the process has ended. */
  readonly exited: Promise<Exit>;
  queryData(queries: readonly ClientQuery[], options?: CallOptions): Promise<ReadonlyMap<string, QueryAnswer>>;
  checkHealth(options?: CallOptions): Promise<HealthAnswer>;
  callResource(request: ClientResourceRequest, options?: CallOptions): Promise<ClientResourceAnswer>;
  /** Prometheus text. */
  collectMetrics(): Promise<string>;
  /** Asks the plugin to end, waits 2 s as Grafana does, then kills it. */
  shutdown(): Promise<Exit>;
}

/**
 * Starts a plugin's executable with Grafana's environment and handshake.
 *
 * @throws GrafanaError `start`, `handshake`
 */
export function startPlugin(path: string, options?: StartOptions): Promise<PluginClient> {
  return Promise.reject(new GrafanaError('start', `not started yet: ${path} ${typeof options}`));
}
