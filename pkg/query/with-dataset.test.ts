import { queryKinds } from '../contract/index.ts';
import { knownFailure, runQuery } from './index.ts';
import { ask, profileOf, requestOf, sessionOf } from './testing/ask.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { namedChoices } from './with-dataset.ts';

const rows = [{ a: 1 }, { a: 2 }];
const profile = profileOf('2013-03-02', rows, { segmentTags: { origin: 'JFK' } });
const drift = { analyzer: { config: { type: 'fixed', metric: 'count', upper: 1 } } };
const document = {
  orgId: 'o',
  datasetId: 'd',
  granularity: 'daily',
  analyzers: [
    {
      id: 'x',
      schedule: { type: 'fixed', cadence: 'daily' },
      targetMatrix: { type: 'column', include: ['a'] },
      ...drift.analyzer,
    },
  ],
  monitors: [],
};
const own = { metric: 'count', ...drift, monitor: document };

function storeOf(...datasets: readonly string[]): MemoryStore {
  return new MemoryStore(Object.fromEntries(datasets.map((id) => [`${id}/1.bin`, profile])));
}

async function failureOf(store: MemoryStore, isAlert = false) {
  const request = requestOf({ datasetId: '', kind: 'metric', metric: 'count' }, { isAlert });
  return runQuery(sessionOf(store), request).then(
    () => null,
    (error: unknown) => knownFailure(error)
  );
}

describe('a query without a dataset', () => {
  it.each(queryKinds)('of kind %s means the only one of the store, and answers as if it named it', async (kind) => {
    const session = sessionOf(storeOf('only'));
    const unnamed = await ask(session, { ...own, kind, datasetId: '' });
    const named = await ask(session, { ...own, kind, datasetId: 'only' });
    expect(unnamed).toEqual(named);
    expect(unnamed[0]?.meta).toMatchObject({ custom: { datasetId: 'only' } });
  });

  it('has the dataset in its labels', async () => {
    const [frame] = await ask(sessionOf(storeOf('only')), { kind: 'metric', metric: 'count', datasetId: '' });
    expect(frame?.fields.at(-1)?.labels).toMatchObject({ dataset: 'only' });
  });

  it('is refused with the names where there are several', async () => {
    expect(await failureOf(storeOf('b', 'a'))).toEqual({
      status: 400,
      source: 'downstream',
      text: 'the query names no dataset, and the store has 2: a, b. Remedy: choose one in the query',
    });
    const many = Array.from({ length: namedChoices + 1 }, (_, i) => `d${i + 10}`);
    expect((await failureOf(storeOf(...many)))?.text).toContain(
      'has 11: d10, d11, d12, d13, d14, d15, d16, d17, d18, d19, …'
    );
  });

  it('is refused where there is none', async () => {
    expect(await failureOf(storeOf())).toMatchObject({
      status: 404,
      text: 'the store holds no profiles yet. Remedy: put them into a folder named after their dataset',
    });
  });

  it('is refused in an alert rule, also where there is only one', async () => {
    expect(await failureOf(storeOf('only'), true)).toMatchObject({
      status: 400,
      text: expect.stringMatching(/^datasetId: an alert rule must name its dataset/) as string,
    });
  });
});
