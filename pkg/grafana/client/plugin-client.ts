import type { DecodedFrame } from '../frame/decode-frame.ts';
import type { JsonObject } from '../json.ts';

/** The data source in whose name a call is made. */
export interface ClientSettings {
  /** Default 1. */
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
  /** As the protocol sends them, with the prefix `http_` where it does. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the user; default `Viewer`. */
  readonly role?: string;
  readonly grafanaConfig?: Readonly<Record<string, string>>;
  /** The host's deadline; default none, as for panels. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface ClientQuery {
  readonly refId: string;
  readonly model: object;
  /** Milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Default 100, as Grafana's. */
  readonly maxDataPoints?: number;
  /** Default 1000, as Grafana's. */
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
  /** null when there are none. */
  readonly details: JsonObject | null;
}

export interface ClientResourceRequest {
  /** Default GET. */
  readonly method?: string;
  readonly path: string;
  /** The part after the question mark. */
  readonly query?: string;
  /** Bytes, or a value that is sent as JSON. */
  readonly body?: object;
}

export interface ClientResourceAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** The messages that the body came in. */
  readonly messages: number;
  /** The body as text. */
  text(): string;
  /** The body as JSON. @throws SyntaxError */
  json(): unknown;
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** What can be asked of a plugin. Failed calls throw GrafanaError `call` or `decode`. */
export interface PluginCalls {
  /** Answers by refId. */
  queryData(queries: readonly ClientQuery[], options?: CallOptions): Promise<ReadonlyMap<string, QueryAnswer>>;
  checkHealth(options?: CallOptions): Promise<HealthAnswer>;
  callResource(request: ClientResourceRequest, options?: CallOptions): Promise<ClientResourceAnswer>;
  /** Prometheus text. */
  collectMetrics(): Promise<string>;
}

/** A running plugin, asked as Grafana asks it. */
export interface PluginClient extends PluginCalls {
  readonly pid: number;
  /** The line the plugin printed, without its newline. */
  readonly handshake: string;
  /** From start to handshake. */
  readonly startMs: number;
  /** Resolves when the process has ended and closed its output. */
  readonly exited: Promise<Exit>;
  /** Asks the plugin to end, waits 2 s as Grafana does, then kills it. */
  shutdown(): Promise<Exit>;
}
