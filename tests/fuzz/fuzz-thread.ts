// One thread of `npm run fuzz`: examines batches of mutants until the time is over, and says before each mutant which
// it is, in shared memory, so that the watcher can name one that hangs.
import { parentPort, workerData } from 'node:worker_threads';
import { originals } from './corpus.ts';
import { fuzz } from './run.ts';

/** What the task gives to each thread. */
export interface FuzzThreadData {
  readonly folder: string;
  readonly maxBytes: number;
  readonly seed: number;
  readonly thread: number;
  readonly threads: number;
  readonly mutants: number;
  readonly endMs: number;
  /** The number of the mutant in work, and the epoch second it began, of each thread. */
  readonly progress: Int32Array<SharedArrayBuffer>;
}

const batch = 10_000;
// Given by scripts/tasks/fuzz.ts of this version.
const data = workerData as FuzzThreadData;
const files = originals(data.folder, data.maxBytes);
const isOver = (): boolean => Date.now() > data.endMs;

for (let from = data.thread * batch; from < data.mutants && !isOver(); from += data.threads * batch) {
  const totals = await fuzz(files, {
    seed: data.seed,
    from,
    to: Math.min(data.mutants, from + batch),
    isOver,
    onMutant(number) {
      Atomics.store(data.progress, 2 * data.thread, number);
      Atomics.store(data.progress, 2 * data.thread + 1, Math.floor(Date.now() / 1000));
    },
  });
  parentPort?.postMessage(totals);
}
Atomics.store(data.progress, 2 * data.thread + 1, 0);
