import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Milliseconds without work after which a thread collects its garbage. Default 2,000: between two refreshes of a dashboard,
 * and so late that nobody takes it for work of a query that was cancelled.
 */
export const idleMs = 2000;

/**
 * Bytes by which the heap of a thread may have grown when a query ends without being collected at once. Default 32 MiB:
 * a collection takes some 50 ms, which many small queries one after another should not pay each.
 */
export const mostGrowthBytes = 32 * 1024 * 1024;

/** What V8 does and says of the heap of this thread. */
export interface Heap {
  collect(): void;
  /** Bytes in use, buffers outside of the heap included, garbage as well. */
  usedBytes(): number;
}

/** The heap of this thread. */
export function threadHeap(): Heap {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return {
    collect: () => {
      if (typeof collect === 'function') {
        Reflect.apply(collect, undefined, []);
      }
    },
    usedBytes: () => {
      const { used_heap_size: ofObjects, external_memory: ofBuffers } = getHeapStatistics();
      return ofObjects + ofBuffers;
    },
  };
}

/**
 * Full collections of a thread's heap between queries. By itself V8 lets the garbage of past queries stay until new ones
 * have filled the heap, and until then it counts as memory of the process.
 */
export class GarbageCollection {
  readonly #heap: Heap;
  #timer: NodeJS.Timeout | null = null;
  /** In use after the last collection. */
  #keptBytes: number;

  constructor(heap: Heap) {
    this.#heap = heap;
    this.#keptBytes = heap.usedBytes();
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

  /** Tells that a query has been answered. */
  answered(): void {
    if (this.#heap.usedBytes() - this.#keptBytes > mostGrowthBytes) {
      this.#collect();
    }
  }

  #collect(): void {
    this.#heap.collect();
    this.#keptBytes = this.#heap.usedBytes();
  }
}
