import { join } from 'node:path';
import * as sea from 'node:sea';
import { Worker } from 'node:worker_threads';
import type { ThreadData } from '../worker/index.ts';

/** Mebibytes of young objects and code that a thread needs beside what it caches. */
const threadOverheadMiB = 192;

/**
 * Starts a thread of the pool: from the asset embedded in the single executable, else from the file beside this
 * bundle. Its heap is bounded, so that a hostile store ends a thread, not the process.
 */
export function spawnWorker(data: ThreadData): Worker {
  const options = {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(data.cacheBytes / 1024 / 1024) + threadOverheadMiB },
    // Nothing of a thread may reach the host's pipes; what it has to say it says in messages.
    stdout: true,
    stderr: true,
    env: {},
  };
  return sea.isSea()
    ? new Worker(sea.getAsset('worker.cjs', 'utf8'), { ...options, eval: true })
    : new Worker(join(__dirname, 'worker.cjs'), options);
}
