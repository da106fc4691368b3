import type { PluginDefinition } from '../definition.ts';
import type { Limits } from '../limits.ts';
import type { Log } from '../log/log.ts';
import type { Secrets } from '../log/secrets.ts';
import { QueryError } from '../query-error.ts';
import type { GrafanaConfig, InstanceSettings } from '../settings.ts';
import { untilAborted } from './settle.ts';
import { instanceKey, settingsHash } from './settings-key.ts';

type Lifecycle<Instance> = Pick<PluginDefinition<Instance>, 'createInstance' | 'disposeInstance'>;

/** An instance in use by a call. */
export interface Lease<Instance> {
  readonly instance: Instance;
  release(): void;
}

/** One content of the settings of one key, and the instance made of it. */
interface Entry<Instance> {
  readonly hash: string;
  readonly instance: Promise<Instance>;
  readonly releaseSecrets: () => void;
  users: number;
  lastUsedMs: number;
}

/**
 * The instances of a plugin, made when first used. Settings with another content make another instance; the superseded
 * one stays a while, since two servers, or a cache of one, may go on sending the old content.
 */
export class Instances<Instance> {
  readonly #lifecycle: Lifecycle<Instance>;
  readonly #limits: Limits;
  readonly #secrets: Secrets;
  readonly #log: Log;
  /** By key, the newest content last. */
  readonly #entries = new Map<string, Entry<Instance>[]>();
  readonly #sweeper: NodeJS.Timeout;

  constructor(lifecycle: Lifecycle<Instance>, limits: Limits, secrets: Secrets, log: Log) {
    this.#lifecycle = lifecycle;
    this.#limits = limits;
    this.#secrets = secrets;
    this.#log = log;
    const everyMs = Math.max(Math.min(limits.instanceRetireMs, limits.instanceIdleMs) / 2, 10);
    this.#sweeper = setInterval(() => this.#sweep(), everyMs).unref();
  }

  /** The number of instances that exist, superseded ones included. */
  get size(): number {
    return [...this.#entries.values()].reduce((sum, entries) => sum + entries.length, 0);
  }

  /**
   * The instance of these settings, made at need. Release it when the call has ended.
   *
   * @throws whatever createInstance throws, QueryError `instance-timeout`, and the signal's reason
   */
  async lease(settings: InstanceSettings, grafanaConfig: GrafanaConfig, signal: AbortSignal): Promise<Lease<Instance>> {
    const key = instanceKey(settings);
    const hash = settingsHash(settings);
    const known = this.#entries.get(key) ?? [];
    const entry = known.find((each) => each.hash === hash) ?? this.#create(key, hash, settings, grafanaConfig);
    this.#entries.set(key, [...known.filter((each) => each !== entry), entry]);
    entry.users++;
    this.#disposeUnused(key);
    const release = () => {
      entry.users--;
      entry.lastUsedMs = Date.now();
    };
    try {
      return { instance: await untilAborted(entry.instance, signal), release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Disposes of all instances, used or not. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    const entries = [...this.#entries.values()].flat();
    this.#entries.clear();
    await Promise.all(entries.map((entry) => this.#dispose(entry)));
  }

  #create(key: string, hash: string, settings: InstanceSettings, grafanaConfig: GrafanaConfig): Entry<Instance> {
    const made = (async () => this.#lifecycle.createInstance(settings, grafanaConfig))();
    const entry: Entry<Instance> = {
      hash,
      instance: this.#inTime(made),
      releaseSecrets: this.#secrets.hold(settings.secrets.values()),
      users: 0,
      lastUsedMs: Date.now(),
    };
    entry.instance.catch(() => {
      this.#remove(key, entry);
      entry.releaseSecrets();
    });
    return entry;
  }

  /** The instance, unless it takes too long; what comes too late is disposed of. */
  async #inTime(made: Promise<Instance>): Promise<Instance> {
    const limitMs = this.#limits.instanceTimeoutMs;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limitMs);
    });
    const first = await Promise.race([made.then((instance) => ({ instance })), late]).finally(() =>
      clearTimeout(timer)
    );
    if (first === 'late') {
      made
        .then((instance) => this.#lifecycle.disposeInstance?.(instance))
        .catch((error: unknown) => this.#complain(error));
      throw new QueryError('instance-timeout', 504, 'downstream', `the data source was not ready within ${limitMs} ms`);
    }
    return first.instance;
  }

  #sweep(): void {
    for (const key of this.#entries.keys()) {
      this.#disposeUnused(key);
    }
  }

  #disposeUnused(key: string): void {
    const now = Date.now();
    const { instanceIdleMs, instanceRetireMs, maxRetiredInstances } = this.#limits;
    const entries = this.#entries.get(key) ?? [];
    for (const [index, entry] of entries.entries()) {
      const newer = entries.length - 1 - index;
      const keepMs = newer === 0 ? instanceIdleMs : newer > maxRetiredInstances ? 0 : instanceRetireMs;
      if (entry.users === 0 && now - entry.lastUsedMs >= keepMs) {
        this.#remove(key, entry);
        void this.#dispose(entry);
      }
    }
  }

  #remove(key: string, entry: Entry<Instance>): void {
    const others = (this.#entries.get(key) ?? []).filter((each) => each !== entry);
    if (others.length === 0) {
      this.#entries.delete(key);
    } else {
      this.#entries.set(key, others);
    }
  }

  async #dispose(entry: Entry<Instance>): Promise<void> {
    try {
      await this.#lifecycle.disposeInstance?.(await entry.instance);
    } catch (error) {
      this.#complain(error);
    } finally {
      entry.releaseSecrets();
    }
  }

  #complain(error: unknown): void {
    this.#log.warn('an instance could not be disposed of', { error });
  }
}
