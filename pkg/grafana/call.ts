import type { ForwardedHeaders } from './headers.ts';
import type { Log } from './log/log.ts';
import type { GrafanaConfig } from './settings.ts';

/** Who asks. Absent when Grafana itself does; alert evaluation sends `grafana_scheduler`, an Admin. */
export interface User {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  /** `Viewer`, `Editor`, `Admin`, `None` or empty. Grafana lets Viewers make resource calls: check it before writing. */
  readonly role: string;
}

/** What is common to all of a call's work. */
export interface Call {
  /** Aborts when the host cancels the call, when its time is over, and when the plugin stops. */
  readonly signal: AbortSignal;
  /** When `signal` aborts at the latest, Unix ms: the handler's own limit or the host's deadline, whichever is first. */
  readonly deadlineMs: number;
  readonly headers: ForwardedHeaders;
  readonly user: User | null;
  readonly orgId: number;
  /** An alert or recording rule asks: no stale caches, no browser. */
  readonly fromAlert: boolean;
  /** The W3C trace id, 32 hexadecimal digits; null unless the host traces. */
  readonly traceId: string | null;
  readonly grafanaConfig: GrafanaConfig;
  /** Carries the trace id, the endpoint and the refId. */
  readonly log: Log;
}
