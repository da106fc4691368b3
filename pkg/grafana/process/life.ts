import type { Log } from '../log/log.ts';
import type { Sink } from '../log/sink.ts';

export interface LifeOptions {
  readonly log: Log;
  readonly sink: Sink;
  /** Longest time for an orderly stop. */
  readonly stopTimeoutMs: number;
}

/** How long a last line may wait for a host that does not read at the moment. */
const lastLineMs = 200;

/** How the process ends: once, in time, with its last line written and its socket removed. */
export class Life {
  readonly #options: LifeOptions;
  readonly #atStop: ((graceMs: number) => Promise<void>)[] = [];
  #isEnding = false;

  constructor(options: LifeOptions) {
    this.#options = options;
  }

  /** Registers work for an orderly stop; it is given the time it may take. */
  atStop(work: (graceMs: number) => Promise<void>): void {
    this.#atStop.push(work);
  }

  /** Ends the process in an orderly way, with code 0. */
  stop(reason: string): void {
    if (this.#isEnding) {
      return;
    }
    this.#isEnding = true;
    const { log, stopTimeoutMs } = this.#options;
    log.debug('stopping', { reason });
    setTimeout(() => this.#exit(0), stopTimeoutMs);
    const graceMs = stopTimeoutMs - lastLineMs;
    void Promise.allSettled(this.#atStop.map((work) => work(graceMs))).then(() => this.#exit(0));
  }

  /** Ends the process at once, with code 1, after one line about why; the host starts it anew within a second. */
  fail(message: string, error: unknown): void {
    this.#options.log.error(message, { error });
    this.#isEnding = true;
    this.#exit(1);
  }

  #exit(code: number): void {
    const { sink } = this.#options;
    sink.flush();
    if (sink.waitingBytes === 0) {
      process.exit(code);
    }
    setTimeout(() => process.exit(code), lastLineMs);
  }
}

/** Ties the process' signals and uncaught errors to its life. */
export function handleProcessEvents(life: Life): void {
  // Ctrl-C reaches the whole foreground group; the host stops its plugins by a call.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => life.stop(signal));
  }
  process.on('uncaughtException', (error) => life.fail('uncaught exception', error));
  process.on('unhandledRejection', (reason) => life.fail('unhandled rejection', reason));
}
