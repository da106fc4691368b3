// One thread of the year: summarises its columns each time it is told to.
import { parentPort, workerData } from 'node:worker_threads';
import { summariseWhole } from './jobs.ts';
import { sourcesOf } from './objects.ts';
import type { ThreadData } from './threads.ts';

// The only thing that threads.ts passes.
const { objects, thread, threads } = workerData as ThreadData;
const sources = sourcesOf(objects);
parentPort?.on('message', () => {
  void summariseWhole(sources, (index) => index % threads === thread).then(({ size }) => {
    parentPort?.postMessage(size);
  });
});
