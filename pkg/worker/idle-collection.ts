import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds without work after which a thread collects its garbage. Default 1,000: between two refreshes of a dashboard. */
export const idleMs = 1000;

/**
 * A full collection of this thread's heap. V8 offers none by itself to a thread that has nothing to do: what a question
 * left behind stays until the next ones have filled the heap, and counts as memory of the process until then.
 */
export function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return typeof collect === 'function' ? () => void Reflect.apply(collect, undefined, []) : () => undefined;
}

/** Collects once, when a thread has had nothing to do for a while. */
export class IdleCollection {
  readonly #collect: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(collect: () => void) {
    this.#collect = collect;
  }

  /** Tells that a piece of work has just ended. */
  worked(): void {
    if (this.#timer !== null) {
      this.#timer.refresh();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#collect();
    }, idleMs);
    this.#timer.unref();
  }
}
