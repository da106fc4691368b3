import fs from 'node:fs';
import type { QueryPlan, UnitResult } from '../query/index.ts';
import { finishQuery, knownFailure } from '../query/index.ts';
import { JobRunner, maxSessions } from './job-runner.ts';
import type { Source } from './messages.ts';
import { requestOf, smallStore } from './testing/sources.ts';

const store = smallStore();
const { operator, source } = store;

afterAll(() => store.remove());
afterEach(() => jest.restoreAllMocks());

function runner(): JobRunner {
  return new JobRunner({ operator, cacheBytes: 1024 * 1024 });
}

async function planned(jobs: JobRunner, model: object): Promise<QueryPlan> {
  // What a job of this kind gives.
  return (await jobs.run({ kind: 'plan', source, request: requestOf(model) })) as QueryPlan;
}

describe('the jobs of a thread', () => {
  it('answer a query step by step', async () => {
    const jobs = runner();
    const plan = await planned(jobs, {});
    expect(plan.columns).toEqual(['a', 'b', 'c']);
    jobs.open(1, source, plan, () => false);
    const results: UnitResult[] = [];
    for (const column of plan.columns) {
      // As above.
      results.push((await jobs.run({ kind: 'column', queryId: 1, column })) as UnitResult);
    }
    const frames = await jobs.run({ kind: 'finish', plan, results });
    expect(frames).toEqual(finishQuery(plan, results));
    expect(frames).toHaveLength(3);
  });

  it('are plain data, which travels between threads', async () => {
    const jobs = runner();
    const plan = await planned(jobs, { kind: 'columns' });
    jobs.open(1, source, plan, () => false);
    const rows = await jobs.run({ kind: 'column', queryId: 1, column: 'a' });
    expect(structuredClone(rows)).toEqual(rows);
    expect(rows).toMatchObject({ kind: 'rows', rows: [{ column: 'a', metrics: { count: 300 } }] });
  });

  it('list what there is', async () => {
    const jobs = runner();
    expect(await jobs.run({ kind: 'datasets', source })).toMatchObject({ datasets: [{ id: 'd', profiles: 5 }] });
    expect(await jobs.run({ kind: 'columns', source, datasetId: 'd' })).toMatchObject({
      columns: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    });
    expect(await jobs.run({ kind: 'segments', source, datasetId: 'd' })).toEqual({ keys: [] });
    expect(await jobs.run({ kind: 'references', source, datasetId: 'd' })).toEqual({ references: [] });
    expect(await jobs.run({ kind: 'facts', source })).toMatchObject({ datasets: 1, profiles: 5, days: 5 });
    expect(await jobs.run({ kind: 'monitoring', source, datasetId: 'd' })).toEqual({
      source: null,
      analyzers: [],
      monitors: [],
      problems: [],
    });
  });

  it('check what is to be saved', async () => {
    const jobs = runner();
    expect(await jobs.run({ kind: 'check-document', document: '{' })).toMatchObject({ isUsable: false });
    const check = { analyzer: { type: 'fixed', metric: 'mean', upper: 1 }, datasetId: 'd', granularity: null };
    expect(await jobs.run({ kind: 'check-analyzer', source, check })).toEqual({ problems: [] });
  });

  it('need their query to be open', async () => {
    const jobs = runner();
    const plan = await planned(jobs, {});
    const job = { kind: 'column', queryId: 1, column: 'a' } as const;
    await expect(jobs.run(job)).rejects.toThrow('query 1 was not opened in this thread');
    jobs.open(1, source, plan, () => false);
    await jobs.run(job);
    jobs.close(1);
    await expect(jobs.run(job)).rejects.toThrow('query 1 was not opened in this thread');
    jobs.close(1);
  });

  it('stop when their query is cancelled', async () => {
    const jobs = runner();
    jobs.open(1, source, await planned(jobs, {}), () => true);
    await expect(jobs.run({ kind: 'column', queryId: 1, column: 'a' })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('say in each column why their store cannot be opened', async () => {
    const jobs = runner();
    const forbidden: Source = { key: 'x', settings: { store: { type: 'file', path: '/' } } };
    jobs.open(1, forbidden, await planned(jobs, {}), () => false);
    for (const column of ['a', 'b']) {
      const error: unknown = await jobs.run({ kind: 'column', queryId: 1, column }).catch((reason: unknown) => reason);
      expect(knownFailure(error)).toMatchObject({ status: 403, source: 'downstream' });
    }
    await expect(jobs.run({ kind: 'facts', source: forbidden })).rejects.toThrow(/lies outside/);
  });
});

describe('the sessions of a thread', () => {
  it('are 64 at most: the least recently used is opened again', async () => {
    const jobs = runner();
    const opened = jest.spyOn(fs, 'realpathSync');
    const facts = async (i: number): Promise<boolean> => {
      const before = opened.mock.calls.length;
      await jobs.run({ kind: 'facts', source: { ...source, key: `source ${i}` } });
      return opened.mock.calls.length > before;
    };
    expect(maxSessions).toBe(64);
    for (let i = 0; i < maxSessions; i += 1) {
      expect(await facts(i)).toBe(true);
    }
    expect(await facts(0)).toBe(false);
    // One more: number 1 has been waiting longest.
    expect(await facts(maxSessions)).toBe(true);
    expect(await facts(0)).toBe(false);
    expect(await facts(1)).toBe(true);
    expect(await facts(2)).toBe(true);
    expect(await facts(maxSessions)).toBe(false);
  });
});
