import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { figuresOf } from '../figures.ts';
import { loadObjects } from './objects.ts';

/** What a thread is given: the objects, which all threads share, and which columns are its own. */
export interface ThreadData {
  readonly objects: readonly Uint8Array[];
  readonly thread: number;
  readonly threads: number;
}

/** Wall and CPU seconds of the whole year, columns dealt out to a number of threads; medians. */
export interface ThreadFigures {
  readonly wall: number;
  readonly cpu: number;
}

export async function runThreads(
  folder: string,
  days: number,
  threads: number,
  repeats: number
): Promise<ThreadFigures> {
  const objects = loadObjects(folder, days, true);
  const workers = Array.from({ length: threads }, (_, thread) => {
    const workerData: ThreadData = { objects, thread, threads };
    return new Worker(new URL('year-thread.ts', import.meta.url), { workerData });
  });
  const turn = async (): Promise<ThreadFigures> => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    const answers = workers.map((worker) => once(worker, 'message'));
    for (const worker of workers) worker.postMessage('go');
    await Promise.all(answers);
    const { user, system } = process.cpuUsage(cpu);
    return { wall: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6 };
  };
  // The first turn warms up: the engine has not compiled anything yet.
  await turn();
  const turns: ThreadFigures[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) turns.push(await turn());
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { wall: figuresOf(turns.map(({ wall }) => wall)).p50, cpu: figuresOf(turns.map(({ cpu }) => cpu)).p50 };
}
