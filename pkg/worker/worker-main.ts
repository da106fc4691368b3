// What runs in each thread beside the main one. In the single executable this is an embedded asset.
import { parentPort, workerData } from 'node:worker_threads';
import type { EncodedFrame } from '../grafana/frames.ts';
import { knownFailure } from '../query/index.ts';
import { GarbageCollection, threadHeap } from './garbage-collection.ts';
import { JobRunner } from './job-runner.ts';
import type { FromThread, JobFailure, ThreadData, ToThread } from './messages.ts';

function failureOf(error: unknown): JobFailure {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { failure: knownFailure(error), detail };
}

/** The buffers of frames in an answer: moved to the main thread, not copied. */
function buffersIn(value: unknown): readonly ArrayBuffer[] {
  const frames: readonly unknown[] =
    typeof value === 'object' && value !== null && 'frames' in value && Array.isArray(value.frames)
      ? value.frames
      : Array.isArray(value)
        ? value
        : [];
  const isFrame = (frame: unknown): frame is EncodedFrame =>
    typeof frame === 'object' && frame !== null && 'bytes' in frame && frame.bytes instanceof Uint8Array;
  return frames.filter(isFrame).map(({ bytes }) => bytes.buffer);
}

if (parentPort === null) {
  throw new Error('this file is run as a worker thread, by the pool');
}
const port = parentPort;
// Written by the pool that started this thread, from the same version of the same file.
const runner = new JobRunner(workerData as ThreadData);
const garbage = new GarbageCollection(threadHeap());
let last: Promise<void> = Promise.resolve();

function send(message: FromThread, transfer: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...transfer]);
}

port.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'open': {
      const { cancelled, queryId, source, plan } = message;
      runner.open(queryId, source, plan, () => Atomics.load(cancelled, 0) === 1);
      return;
    }
    case 'close':
      last = last.then(() => {
        runner.close(message.queryId);
        garbage.answered();
      });
      return;
    case 'job':
      // One after another: a unit of work is short, and two at a time would only share the core.
      last = last.then(async () => {
        try {
          const value = await runner.run(message.job);
          send({ kind: 'done', id: message.id, value }, buffersIn(value));
        } catch (error) {
          send({ kind: 'failed', id: message.id, error: failureOf(error) });
        }
        garbage.worked();
      });
  }
});
