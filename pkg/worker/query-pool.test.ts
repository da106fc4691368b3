import { Worker } from 'node:worker_threads';
import type { EncodedFrame } from '../grafana/frames.ts';
import { openSession, type OperatorOptions, queryCaches, runQuery } from '../query/index.ts';
import { jobFailure, QueryPool, type Source, type ThreadData } from './index.ts';
import type { ToThread } from './messages.ts';
import { bundleWorker } from './testing/bundle-worker.ts';
import { requestOf, smallStore, type TempStore, withManyColumns } from './testing/sources.ts';

const manyColumns = 150;
let store: TempStore;
let source: Source;
let file: string;
const pools: QueryPool[] = [];

beforeAll(() => {
  store = withManyColumns(smallStore(), manyColumns, 15);
  source = store.source;
  file = bundleWorker(store.path);
});

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

afterAll(() => store.remove());

/** A pool, what it says about its threads, and what the threads are told. */
function poolOf(
  options: Partial<OperatorOptions> = {},
  onMessage: (message: ToThread, worker: Worker) => void = () => undefined
) {
  const workers: Worker[] = [];
  const ends: string[] = [];
  const told: ToThread[] = [];
  const spawn = (data: ThreadData): Worker => {
    const worker = new Worker(file, { workerData: data });
    workers.push(worker);
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: ToThread) => {
      told.push(message);
      post(message);
      onMessage(message, worker);
    };
    return worker;
  };
  const operator = { ...store.operator, ...options };
  const pool = new QueryPool({ operator, spawn, onThreadEnd: (reason) => ends.push(reason) });
  pools.push(pool);
  const columnJobs = (): number =>
    told.filter((message) => message.kind === 'job' && message.job.kind === 'column').length;
  return { pool, workers, ends, told, columnJobs };
}

function ask(pool: QueryPool, model: object, signal = new AbortController().signal): Promise<readonly EncodedFrame[]> {
  return pool.query(source, requestOf(model), signal);
}

/** The bytes of frames but for the moment at which the store was listed. */
function withoutListing(frames: readonly EncodedFrame[]): unknown[] {
  return frames.map(({ bytes, type, identities }) => ({
    text: Buffer.from(bytes)
      .toString('latin1')
      .replace(/"listedMs":\d+/, ''),
    type,
    identities,
  }));
}

const large = { datasetId: 'many' };

describe('a query in threads', () => {
  it.each([
    ['a series', { metric: 'mean' }],
    ['a distance', { metric: 'hellinger' }],
    ['a latest number', { mode: 'latest', asOf: '2013-03-06' }],
    ['a profile', { kind: 'profile', baseline: { type: 'TrailingWindow', size: 2 } }],
    ['a table', { kind: 'columns' }],
    ['no data', { granularity: 'hourly', columns: { include: ['x*'] } }],
    ['many columns', large],
  ])('answers %s as one thread would', async (_, model) => {
    const { pool } = poolOf();
    const session = openSession(source.settings, 'one thread', store.operator, queryCaches(1024 * 1024));
    const expected = await runQuery(session, requestOf(model));
    expect(withoutListing(await ask(pool, model))).toEqual(withoutListing(expected));
  });

  it('answers the same with one thread and with four', async () => {
    const answers = await Promise.all(
      [1, 2, 4].map((threads) => ask(poolOf({ threads }).pool, { metric: 'hellinger' }))
    );
    const [first, ...others] = answers.map(withoutListing);
    for (const other of others) {
      expect(other).toEqual(first);
    }
  });

  it('gives frames whose bytes are all of their buffers, so that they are moved, not copied', async () => {
    const frames = await ask(poolOf().pool, {});
    expect(frames).toHaveLength(3);
    expect(frames.every(({ bytes }) => bytes.byteLength === bytes.buffer.byteLength && bytes.byteLength > 0)).toBe(
      true
    );
  });

  it('says why it cannot be answered', async () => {
    const { pool } = poolOf();
    const cases = [
      [{ datasetId: 'x' }, { status: 404, source: 'downstream', text: 'the store has no dataset "x"; it has d, many' }],
      [
        { columns: { include: ['z'] } },
        { status: 404, source: 'downstream', text: 'dataset d has no column "z"; the nearest are a, b, c' },
      ],
    ] as const;
    for (const [model, failure] of cases) {
      const error: unknown = await ask(pool, model).catch((reason: unknown) => reason);
      expect(jobFailure(error)).toEqual(failure);
    }
    const forbidden: Source = { key: 'x', settings: { store: { type: 'file', path: '/' } } };
    const refused = pool.query(forbidden, requestOf({}), new AbortController().signal);
    expect(jobFailure(await refused.catch((reason: unknown) => reason))).toMatchObject({ status: 403 });
    expect(await ask(pool, {})).toHaveLength(3);
  });

  it('lists what there is', async () => {
    const { pool } = poolOf();
    const { signal } = new AbortController();
    expect((await pool.datasets(source, signal)).datasets.map(({ id }) => id)).toEqual(['d', 'many']);
    expect((await pool.columns(source, 'd', signal)).columns.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(await pool.segments(source, 'd', signal)).toEqual({ keys: [] });
    expect(await pool.references(source, 'd', signal)).toEqual({ references: [] });
    expect(await pool.monitoring(source, 'd', signal)).toMatchObject({ source: null });
    expect(await pool.checkDocument('', signal)).toMatchObject({ isUsable: false });
    const check = { analyzer: {}, datasetId: '', granularity: null };
    expect((await pool.checkAnalyzer(source, check, signal)).problems).toHaveLength(1);
    expect(await pool.facts(source, signal)).toMatchObject({ datasets: 2, profiles: 20, days: 15, rejected: 0 });
  });

  it('opens each query once in each thread, and closes it there', async () => {
    const { pool, told } = poolOf();
    await Promise.all([ask(pool, {}), ask(pool, large)]);
    // `close` is told after the answer.
    await new Promise((resolve) => setImmediate(resolve));
    const count = (kind: ToThread['kind']): number => told.filter((message) => message.kind === kind).length;
    expect(count('open')).toBeGreaterThanOrEqual(3);
    expect(count('open')).toBeLessThanOrEqual(4);
    expect(count('close')).toBe(count('open'));
  });
});

describe('a small query', () => {
  it('is answered while a large one runs', async () => {
    // Begins when the large one has been given its first columns, and is given its own in turn.
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { pool, columnJobs } = poolOf({ threads: 1 }, (message) => {
      if (message.kind === 'job' && message.job.kind === 'column') begin();
    });
    const order: string[] = [];
    const largeAnswer = ask(pool, large).then((frames) => {
      order.push('large');
      return frames;
    });
    await begun;
    expect(await ask(pool, { columns: { include: ['a'] } })).toHaveLength(1);
    order.push('small');
    expect(columnJobs()).toBeLessThan(manyColumns);
    expect(await largeAnswer).toHaveLength(manyColumns);
    expect(order).toEqual(['small', 'large']);
  });
});

describe('a query that nobody waits for', () => {
  it('ends at once, gives out no more work, and leaves the pool to others', async () => {
    const controller = new AbortController();
    const reason = new Error('nobody waits');
    let jobs = 0;
    const { pool, columnJobs, ends } = poolOf({}, (message) => {
      jobs += message.kind === 'job' && message.job.kind === 'column' ? 1 : 0;
      if (jobs === 10) controller.abort(reason);
    });
    await expect(ask(pool, large, controller.signal)).rejects.toBe(reason);
    expect(columnJobs()).toBeLessThan(20);
    expect(await ask(pool, {})).toHaveLength(3);
    expect(columnJobs()).toBeLessThan(20);
    expect(ends).toEqual([]);
  });

  it('does not begin', async () => {
    const { pool, told } = poolOf();
    const reason = new Error('nobody waits');
    await expect(ask(pool, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(told).toEqual([]);
  });

  it('is not evaluated when it ends while it is planned', async () => {
    const controller = new AbortController();
    const { pool, columnJobs } = poolOf({}, (message) => {
      if (message.kind === 'job' && message.job.kind === 'plan') controller.abort(new Error('nobody waits'));
    });
    await expect(ask(pool, large, controller.signal)).rejects.toThrow('nobody waits');
    expect(await ask(pool, {})).toHaveLength(3);
    expect(columnJobs()).toBe(3);
  });
});

describe('a thread that dies', () => {
  const restarted = /^a computing thread of the plugin ended and was started again\. Remedy: /;

  /** Kills the thread that is given the nth job of a kind. */
  function killing(kind: 'plan' | 'column', nth: number): (message: ToThread, worker: Worker) => void {
    let jobs = 0;
    return (message, worker) => {
      jobs += message.kind === 'job' && message.job.kind === kind ? 1 : 0;
      if (message.kind === 'job' && message.job.kind === kind && jobs === nth) void worker.terminate();
    };
  }

  it.each([
    ['while it evaluates', 'column', 4],
    ['while it plans', 'plan', 1],
  ] as const)('%s fails its queries, and is replaced for the next', async (_, kind, nth) => {
    const { pool, workers, ends } = poolOf({}, killing(kind, nth));
    const error: unknown = await ask(pool, large).catch((reason: unknown) => reason);
    expect(jobFailure(error)).toEqual({
      status: 500,
      source: 'plugin',
      text: expect.stringMatching(restarted) as string,
    });
    expect(ends).toEqual(['the thread ended']);
    const started = workers.length;
    expect(await ask(pool, large)).toHaveLength(manyColumns);
    // The catalog's thread and two others, and the one that took the place of the dead.
    expect([started <= 4, workers.length]).toEqual([true, 4]);
    expect(ends).toHaveLength(1);
  });

  it('at its start tells the log why', async () => {
    const ends: string[] = [];
    const spawn = (): Worker => new Worker('throw new Error("no such luck")', { eval: true });
    const pool = new QueryPool({ operator: store.operator, spawn, onThreadEnd: (reason) => ends.push(reason) });
    pools.push(pool);
    const error: unknown = await ask(pool, {}).catch((reason: unknown) => reason);
    expect(jobFailure(error)?.text).toMatch(restarted);
    expect(ends).toEqual([expect.stringMatching(/^Error: no such luck/)]);
  });
});

describe('a pool', () => {
  it('starts its threads when they are needed', async () => {
    const { pool, workers } = poolOf();
    expect(workers).toHaveLength(0);
    await pool.facts(source, new AbortController().signal);
    expect(workers).toHaveLength(1);
    await ask(pool, {});
    // The catalog's thread and those that own a column of the query.
    expect(workers.length).toBeGreaterThan(1);
  });

  it('that is closed fails what runs, and starts nothing any more', async () => {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { pool, workers, ends } = poolOf({}, (message) => {
      if (message.kind === 'job' && message.job.kind === 'column') begin();
    });
    const [running, alsoRunning] = [ask(pool, large), ask(pool, { ...large, metric: 'count_null' })];
    const outcomes = Promise.allSettled([running, alsoRunning]);
    await begun;
    const started = workers.length;
    await pool.close();
    for (const outcome of await outcomes) {
      expect(outcome.status).toBe('rejected');
      expect(jobFailure(outcome.status === 'rejected' ? outcome.reason : null)).toMatchObject({
        status: 503,
        text: 'the plugin is stopping. Remedy: ask again in a moment',
      });
    }
    await expect(ask(pool, {})).rejects.toMatchObject({ name: 'JobError' });
    expect([workers.length, ends]).toEqual([started, []]);
  });
});
