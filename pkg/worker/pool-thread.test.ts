import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { ToThread } from './messages.ts';
import { PoolThread } from './pool-thread.ts';

/** A worker of which the test decides what it does. */
class FakeWorker extends EventEmitter {
  readonly messages: ToThread[] = [];
  isReferenced = true;

  postMessage(message: ToThread): void {
    this.messages.push(message);
  }

  unref(): void {
    this.isReferenced = false;
  }

  async terminate(): Promise<number> {
    this.emit('exit', 1);
    return 1;
  }
}

function threadOf() {
  const workers: FakeWorker[] = [];
  const ends: string[] = [];
  const spawn = (): Worker => {
    const worker = new FakeWorker();
    workers.push(worker);
    // What PoolThread uses of a worker is all there.
    return worker as unknown as Worker;
  };
  return { workers, ends, thread: new PoolThread(spawn, ({ reason }) => ends.push(reason)) };
}

const job = { kind: 'column', queryId: 1, column: 'a' } as const;
const close = { kind: 'close', queryId: 1 } as const;

const restarted = {
  status: 500,
  source: 'plugin',
  text: 'a computing thread of the plugin ended and was started again. Remedy: ask again; if it repeats, raise memory_mib or ask for less',
};

describe('a thread of a pool', () => {
  it('starts when it is needed, once, and keeps no process alive', async () => {
    const { workers, thread } = threadOf();
    expect([workers.length, thread.generation]).toEqual([0, 0]);
    thread.warm();
    thread.warm();
    const answer = thread.run(job);
    expect([workers.length, thread.generation, thread.pending]).toEqual([1, 1, 1]);
    expect(workers[0]?.isReferenced).toBe(false);
    expect(workers[0]?.messages).toEqual([{ kind: 'job', id: 1, job }]);
    workers[0]?.emit('message', { kind: 'done', id: 1, value: 'x' });
    expect(await answer).toBe('x');
    expect(thread.pending).toBe(0);
  });

  it('gives each job its own answer, in any order', async () => {
    const { workers, thread } = threadOf();
    const answers = [thread.run(job), thread.run(job), thread.run(job)];
    expect(thread.pending).toBe(3);
    const failure = { status: 404, source: 'downstream', text: 'no' };
    workers[0]?.emit('message', { kind: 'done', id: 3, value: 3 });
    workers[0]?.emit('message', { kind: 'failed', id: 2, error: { failure, detail: 'Error: no' } });
    workers[0]?.emit('message', { kind: 'done', id: 1, value: 1 });
    workers[0]?.emit('message', { kind: 'done', id: 99, value: 99 });
    expect(await Promise.allSettled(answers)).toEqual([
      { status: 'fulfilled', value: 1 },
      {
        status: 'rejected',
        reason: expect.objectContaining({ name: 'JobError', message: 'Error: no', failure }) as unknown,
      },
      { status: 'fulfilled', value: 3 },
    ]);
  });

  it('does not start to be told something that only a running one could know', () => {
    const { workers, thread } = threadOf();
    thread.tell(close);
    expect(workers).toEqual([]);
    thread.warm();
    thread.tell(close);
    expect(workers[0]?.messages).toEqual([close]);
    workers[0]?.emit('exit', 1);
    thread.tell(close);
    expect(workers).toHaveLength(1);
  });

  it.each([
    [new Error('boom'), /^Error: boom\n/],
    ['boom', /^boom$/],
    [null, /^the thread ended$/],
  ])('that ends by %p fails its jobs, tells the log, and is replaced', async (error, reason) => {
    const { workers, ends, thread } = threadOf();
    const answers = [thread.run(job), thread.run(job)];
    if (error !== null) {
      workers[0]?.emit('error', error);
    }
    workers[0]?.emit('exit', 1);
    for (const answer of answers) {
      await expect(answer).rejects.toMatchObject({
        name: 'JobError',
        failure: restarted,
        message: expect.stringMatching(reason) as string,
      });
    }
    expect(ends).toEqual([expect.stringMatching(reason)]);
    expect([thread.pending, workers.length, thread.generation]).toEqual([0, 1, 1]);

    const next = thread.run(job);
    expect([workers.length, thread.generation]).toEqual([2, 2]);
    workers[1]?.emit('message', { kind: 'done', id: 3, value: 'x' });
    expect(await next).toBe('x');
  });

  it('waits for nothing that it could not be told', async () => {
    const { workers, thread } = threadOf();
    thread.warm();
    jest.spyOn(workers[0]!, 'postMessage').mockImplementation(() => {
      throw new Error('cannot be cloned');
    });
    await expect(thread.run(job)).rejects.toThrow('cannot be cloned');
    expect(thread.pending).toBe(0);
  });

  it('that is closed fails its jobs, and never starts again', async () => {
    const { workers, ends, thread } = threadOf();
    const waiting = thread.run(job);
    const stopping = { status: 503, source: 'plugin', text: 'the plugin is stopping. Remedy: ask again in a moment' };
    const refused = expect(waiting).rejects.toMatchObject({ name: 'JobError', failure: stopping });
    await thread.close();
    await refused;
    await expect(thread.run(job)).rejects.toMatchObject({
      name: 'JobError',
      failure: stopping,
      message: 'the thread was closed',
    });
    thread.warm();
    thread.tell(close);
    await thread.close();
    expect([workers.length, ends]).toEqual([1, []]);
  });

  it('that never started can be closed', async () => {
    const { workers, thread } = threadOf();
    await thread.close();
    thread.warm();
    expect(workers).toEqual([]);
  });
});
