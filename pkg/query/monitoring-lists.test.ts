import { queryCaches, Session } from './index.ts';
import { checkAnalyzer, checkDocument, listMonitoring, toldProblems } from './monitoring-lists.ts';
import { operator, profileOf, sessionOf } from './testing/ask.ts';
import { MemoryStore } from './testing/memory-store.ts';

const schedule = { type: 'fixed', cadence: 'daily' };
const window = { type: 'TrailingWindow', size: 7 };
const target = { type: 'column', include: ['a'] };
const document = {
  orgId: 'o',
  datasetId: 'elsewhere',
  granularity: 'daily',
  analyzers: [
    {
      id: 'drift',
      displayName: 'Drift of a',
      schedule,
      targetMatrix: target,
      config: { type: 'drift', metric: 'histogram', algorithm: 'hellinger', threshold: 0.3, baseline: window },
    },
    { id: 'both', schedule, disabled: true, config: { type: 'conjunction', analyzerIds: ['drift', 'none'] } },
    { id: 'broken', schedule, targetMatrix: target, config: { type: 'fixed', metric: 'mean', upper: 'high' } },
    { id: 'idle', targetMatrix: target, config: { type: 'fixed', metric: 'mean', upper: 1 } },
  ],
  monitors: [
    { id: 'm', analyzerIds: ['drift'], schedule: { type: 'immediate' }, severity: 1, mode: { type: 'EVERY_ANOMALY' } },
    { id: 'd', displayName: 'Digest', disabled: true, analyzerIds: ['drift'], schedule, mode: { type: 'DIGEST' } },
  ],
};

const profile = profileOf('2013-03-01', [{ a: 1 }]);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const store = new MemoryStore({
  'flights/1.bin': profile,
  'flights/monitor.json': bytes(JSON.stringify(document)),
  'none/1.bin': profile,
  'broken/1.bin': profile,
  'broken/monitor.yaml': bytes('granularity: daily'),
});

describe('what a dataset’s monitor document has', () => {
  it('is told of the one in the store', async () => {
    const { problems, ...found } = await listMonitoring(sessionOf(store), 'flights');
    expect(found).toEqual({
      source: 'store',
      analyzers: [
        { id: 'drift', displayName: 'Drift of a', type: 'drift', metric: 'histogram', disabled: false },
        { id: 'both', displayName: null, type: 'conjunction', metric: null, disabled: true },
        { id: 'idle', displayName: null, type: 'fixed', metric: 'mean', disabled: false },
      ],
      monitors: [
        { id: 'm', displayName: null, mode: 'EVERY_ANOMALY', severity: 1, disabled: false },
        { id: 'd', displayName: 'Digest', mode: 'DIGEST', severity: 3, disabled: true },
      ],
    });
    expect(problems).toEqual([
      expect.stringMatching(/^error analyzers\[2\]\.config\.upper: /),
      expect.stringMatching(/^warning analyzers\[3\]\.schedule: .*never runs/),
    ]);
  });

  it('is told of the one in the settings, which comes first', async () => {
    const documents = new Map<string, unknown>([['flights', { ...document, analyzers: [], monitors: [] }]]);
    const session = new Session(store, 'test', operator, queryCaches(1024), documents);
    expect(await listMonitoring(session, 'flights')).toMatchObject({ source: 'settings', analyzers: [], problems: [] });
  });

  it('is nothing where there is none', async () => {
    expect(await listMonitoring(sessionOf(store), 'none')).toEqual({
      source: null,
      analyzers: [],
      monitors: [],
      problems: [],
    });
  });

  it('is why, where nothing of it can be used', async () => {
    expect(await listMonitoring(sessionOf(store), 'broken')).toEqual({
      source: 'store',
      analyzers: [],
      monitors: [],
      problems: [expect.stringMatching(/^error orgId: orgId is missing/)],
    });
  });

  it('is refused of a dataset that there is not', async () => {
    await expect(listMonitoring(sessionOf(store), 'x')).rejects.toThrow('the store has no dataset "x"');
  });
});

describe('the check of a document', () => {
  it('counts what runs and what does not, errors first', () => {
    const { problems, ...counts } = checkDocument(JSON.stringify(document));
    expect(counts).toEqual({ isUsable: true, analyzers: 3, dropped: 1, monitors: 2 });
    expect(problems[0]).toMatchObject({ severity: 'error' });
    const order = problems.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
    expect(order).toEqual(order.toSorted());
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['analyzers[2].config.upper']));
  });

  it('takes an object as well as its text', () => {
    expect(checkDocument(document)).toEqual(checkDocument(JSON.stringify(document)));
  });

  it.each(['', '{', '- 1', 'a: b', '{"orgId": 7}'])('says that nothing of it can be used: %p', (text) => {
    const { isUsable, problems } = checkDocument(text);
    expect(isUsable).toBe(false);
    expect(problems[0]?.severity).toBe('error');
  });

  it('tells 100 problems at most', () => {
    const analyzers = Array.from({ length: 150 }, () => ({}));
    expect(toldProblems).toBe(100);
    expect(checkDocument({ ...document, analyzers, monitors: [] }).problems).toHaveLength(toldProblems);
  });
});

describe('the check of an analyzer', () => {
  const check = async (analyzer: object, datasetId = 'flights') =>
    (await checkAnalyzer(sessionOf(store), { analyzer: { ...analyzer }, datasetId, granularity: null })).problems;

  it('finds nothing in one that runs, whole or config alone', async () => {
    const config = { type: 'fixed', metric: 'mean', upper: 1 };
    expect(await check(config)).toEqual([]);
    expect(await check({ config })).toEqual([]);
    expect(await check({ config }, '')).toEqual([]);
  });

  it.each([
    [{}, { severity: 'error', path: 'config', text: expect.stringContaining('has no config') as string }],
    [
      { config: { type: 'drift', metric: 'histogram', threshold: 'much', baseline: window } },
      { severity: 'error', path: 'config.threshold', text: expect.stringContaining('a number is expected') as string },
    ],
    [
      { later: 1, config: { type: 'stddev', metric: 'mean', minBatchSize: 9, baseline: window } },
      { severity: 'warning', path: 'config.minBatchSize', text: expect.stringContaining('never has enough') as string },
    ],
  ])('says the worst first: %j', async (analyzer, problem) => {
    expect((await check(analyzer))[0]).toEqual(problem);
  });

  it('does not mind a document that cannot be used', async () => {
    expect(await check({ type: 'fixed', metric: 'mean', upper: 1 }, 'broken')).toEqual([]);
  });
});
