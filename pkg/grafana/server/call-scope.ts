import type { Metadata } from '@grpc/grpc-js';

import type { Call } from '../call.ts';
import type { ForwardedHeaders } from '../headers.ts';
import type { Log } from '../log/log.ts';
import { QueryError } from '../query-error.ts';
import type { Caller } from './parse-context.ts';
import { traceIdOf } from './trace.ts';

/** What a scope needs of grpc-js' server calls. */
export interface HostCall {
  readonly metadata: Metadata;
  getDeadline(): Date | number;
  on(event: 'cancelled', listener: () => void): unknown;
}

export interface ScopeOptions {
  readonly endpoint: string;
  /** The handler's own limit. */
  readonly timeoutMs: number;
  readonly deadlineMarginMs: number;
  /** Aborts when the plugin stops. */
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** The life of one call: what ends it early, and that it ended. */
export interface CallScope {
  readonly call: Call;
  /** To be called before the reply: grpc-js emits `cancelled` for calls that succeeded, too (real-grafana P4). */
  end(): void;
}

/** Opens the scope of a call. The signal's reason is always a QueryError: cancelled, timeout or stopped. */
export function openCall(host: HostCall, caller: Caller, headers: ForwardedHeaders, options: ScopeOptions): CallScope {
  const { endpoint, timeoutMs, deadlineMarginMs, stopping, log } = options;
  const controller = new AbortController();
  const now = Date.now();
  // Infinity without a deadline: only alert evaluation has one (real-grafana P7).
  const hostMs = Number(host.getDeadline()) - now;
  const limitMs = Math.max(Math.min(timeoutMs, hostMs - Math.min(deadlineMarginMs, hostMs / 10)), 0);
  let isDone = false;
  const abort = (reason: QueryError) => {
    if (!isDone) {
      controller.abort(reason);
    }
  };
  const timer = setTimeout(
    () => abort(new QueryError('timeout', 504, 'downstream', `no answer within ${Math.round(limitMs)} ms`)),
    limitMs
  );
  const stop = () => abort(new QueryError('stopped', 503, 'plugin', 'the plugin is being stopped: try again'));
  host.on('cancelled', () => abort(new QueryError('cancelled', 499, 'downstream', 'the caller cancelled the call')));
  stopping.addEventListener('abort', stop, { once: true });
  if (stopping.aborted) {
    stop();
  }

  const traceId = traceIdOf(host.metadata);
  return {
    call: {
      ...caller,
      signal: controller.signal,
      deadlineMs: now + limitMs,
      headers,
      fromAlert: headers.get('FromAlert')?.toLowerCase() === 'true',
      traceId,
      log: log.with({ endpoint, ...(traceId !== null && { traceID: traceId }) }),
    },
    end() {
      isDone = true;
      clearTimeout(timer);
      stopping.removeEventListener('abort', stop);
    },
  };
}
