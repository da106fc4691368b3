import type { Worker } from 'node:worker_threads';
import type { Failure } from '../query/index.ts';
import { JobError } from './job-error.ts';
import type { FromThread, Job, ToThread } from './messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: JobError) => void;
}

const restarted: Failure = {
  status: 500,
  source: 'plugin',
  text: 'a computing thread of the plugin ended and was started again. Remedy: ask again; if it repeats, raise memory_mib or ask for less',
};

const stopping: Failure = {
  status: 503,
  source: 'plugin',
  text: 'the plugin is stopping. Remedy: ask again in a moment',
};

/** What a pool must know of a thread that ended. */
export interface ThreadEnd {
  readonly reason: string;
}

/** One worker thread: started when first needed, started anew after it ended, and not at all after `close`. */
export class PoolThread {
  readonly #spawn: () => Worker;
  readonly #onEnd: (end: ThreadEnd) => void;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;
  #isClosed = false;
  /** Rises with each start, so that the pool knows which queries it must open again. */
  generation = 0;

  constructor(spawn: () => Worker, onEnd: (end: ThreadEnd) => void) {
    this.#spawn = spawn;
    this.#onEnd = onEnd;
  }

  /** Jobs given and not answered yet. */
  get pending(): number {
    return this.#waiting.size;
  }

  /** Starts the thread, so that the first query does not wait for it. */
  warm(): void {
    if (!this.#isClosed) {
      this.#started();
    }
  }

  /** Tells the thread something, if there is one: one that ended has forgotten all that this could be about. */
  tell(message: Exclude<ToThread, { readonly kind: 'job' }>): void {
    this.#worker?.postMessage(message);
  }

  /** @throws JobError */
  async run(job: Job): Promise<unknown> {
    if (this.#isClosed) {
      throw new JobError({ failure: stopping, detail: 'the thread was closed' });
    }
    const worker = this.#started();
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      worker.postMessage({ kind: 'job', id, job } satisfies ToThread);
      this.#waiting.set(id, { resolve, reject });
    });
  }

  /** Ends the thread; jobs that wait fail. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #started(): Worker {
    if (this.#worker !== null) {
      return this.#worker;
    }
    const worker = this.#spawn();
    worker.unref();
    worker.on('message', (message: FromThread) => this.#answer(message));
    // An error is followed by the exit, which cleans up.
    let reason = 'the thread ended';
    worker.on('error', (error) => {
      reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    });
    worker.on('exit', () => this.#ended(worker, reason));
    this.#worker = worker;
    this.generation += 1;
    return worker;
  }

  #answer(message: FromThread): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'done') {
      waiting?.resolve(message.value);
    } else {
      waiting?.reject(new JobError(message.error));
    }
  }

  #ended(worker: Worker, reason: string): void {
    if (this.#worker !== worker) {
      return;
    }
    this.#worker = null;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    const failure = this.#isClosed ? stopping : restarted;
    for (const { reject } of lost) {
      reject(new JobError({ failure, detail: reason }));
    }
    if (!this.#isClosed) {
      this.#onEnd({ reason });
    }
  }
}
