import type { Call } from '../call.ts';
import type { PluginDefinition } from '../definition.ts';
import type { PluginContext } from '../gen/backend_pb.js';
import type { ForwardedHeaders } from '../headers.ts';
import type { Limits } from '../limits.ts';
import { cut } from '../log/plain-value.ts';
import type { Log } from '../log/log.ts';
import type { Secrets } from '../log/secrets.ts';
import type { QueryFailure } from '../query-error.ts';
import { type CallScope, type HostCall, openCall } from './call-scope.ts';
import { describe } from './failure.ts';
import { Instances } from './instances.ts';
import type { Metrics, Outcome } from './metrics.ts';
import { parseCaller, parseSettings } from './parse-context.ts';
import { untilAborted } from './settle.ts';

/** Headers whose values are credentials; they are kept out of every text while their call runs. */
const credentialHeaders = ['authorization', 'x-id-token', 'cookie', 'x-grafana-id'];

export interface HostOptions<Instance> {
  readonly definition: PluginDefinition<Instance>;
  readonly limits: Limits;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly metrics: Metrics;
}

/** What the services share: instances, limits, and how a call begins, fails and is counted. */
export class PluginHost<Instance> {
  readonly definition: PluginDefinition<Instance>;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly instances: Instances<Instance>;
  readonly #secrets: Secrets;
  readonly #stopping = new AbortController();

  constructor({ definition, limits, log, secrets, metrics }: HostOptions<Instance>) {
    this.definition = definition;
    this.limits = limits;
    this.metrics = metrics;
    this.log = log;
    this.instances = new Instances(definition, limits, secrets, log);
    this.#secrets = secrets;
    definition.metrics?.(metrics.registry);
  }

  /** Aborts every call that runs, and disposes of the instances. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.instances.close();
  }

  /** Opens the scope of a call; its secrets are kept out of all texts until it ends. */
  open(
    host: HostCall,
    context: PluginContext | undefined,
    headers: ForwardedHeaders,
    endpoint: string,
    timeoutMs: number
  ): CallScope {
    const secrets = Object.values(context?.dataSourceInstanceSettings?.decryptedSecureJsonData ?? {});
    const appSecrets = Object.values(context?.appInstanceSettings?.decryptedSecureJsonData ?? {});
    const forwarded = credentialHeaders.flatMap((name) => headers.get(name)?.split(/[\s;=]+/) ?? []);
    const releaseSecrets = this.#secrets.hold([...secrets, ...appSecrets, ...forwarded]);
    const { deadlineMarginMs } = this.limits;
    const stopping = this.#stopping.signal;
    const dsUID = context?.dataSourceInstanceSettings?.uid;
    const scope = openCall(host, parseCaller(context), headers, {
      endpoint,
      timeoutMs,
      deadlineMarginMs,
      stopping,
      log: dsUID === undefined ? this.log : this.log.with({ dsUID }),
    });
    return {
      call: scope.call,
      end() {
        scope.end();
        releaseSecrets();
      },
    };
  }

  /**
   * Runs work with the instance that the context names, until the call's signal aborts. Work that goes on after that keeps
   * its instance until it ends.
   *
   * @throws what the instance's creation and the work throw, and the signal's reason
   */
  async withInstance<T>(
    context: PluginContext | undefined,
    call: Call,
    work: (instance: Instance) => T | Promise<T>
  ): Promise<T> {
    const lease = await this.instances.lease(parseSettings(context), call.grafanaConfig, call.signal);
    // An async function, so that work which throws at once rejects as well.
    const running = (async () => work(lease.instance))().finally(() => lease.release());
    return untilAborted(running, call.signal);
  }

  /** What the user is told about an error of a call; the rest goes to the log. Never throws. */
  failure(error: unknown, { log, signal }: Call): QueryFailure {
    // Work that was aborted fails in ways of its own; the reason says more.
    const reason: unknown = signal.aborted ? signal.reason : error;
    const { failure, isUnexpected } = describe(reason, (each) => this.#describeError(each, log));
    const text = cut(this.#secrets.redact(failure.text), this.limits.maxErrorTextChars);
    const { status, source } = failure;
    if (isUnexpected) {
      log.error('call failed', { status, error });
    } else {
      log[status === 499 ? 'debug' : 'warn']('call failed', { status, errorSource: source, error: text });
    }
    return { status, source, text };
  }

  /** Counts a call. */
  count(call: Call, endpoint: string, outcome: Outcome, startedMs: number): void {
    this.metrics.count(endpoint, outcome, startedMs);
    if (this.limits.logAnswers) {
      call.log.debug('call answered', { outcome, durationMs: Math.round(performance.now() - startedMs) });
    }
  }

  #describeError(error: unknown, log: Log): QueryFailure | null {
    try {
      return this.definition.describeError?.(error) ?? null;
    } catch (describing) {
      log.error('describeError failed', { error: describing });
      return null;
    }
  }
}
