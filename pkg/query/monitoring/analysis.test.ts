import type { Around } from '../testing/ask.ts';
import { ask, column, profileOf, sessionOf } from '../testing/ask.ts';
import { withDamagedLastColumn } from '../testing/damage.ts';
import { analyzerOf, documentOf, monitoredStore, noticesOf, seriesOf } from '../testing/monitored.ts';

const analysis = { kind: 'analysis', analyzerId: 'mean-analyzer' };
const week: Around = { from: '2013-03-01', to: '2013-03-08' };
const latest: Around = { now: '2013-03-05T12:00:00Z' };

describe('an analysis of the document', () => {
  it('has a row for each batch of the range, as series', async () => {
    const frames = await ask(sessionOf(monitoredStore()), analysis, week);
    expect(frames.map(({ type }) => type)).toEqual(Array(4).fill('timeseries-multi'));
    expect(seriesOf(frames)).toEqual({
      value: [1, 3, 5, 7, 2, null, null],
      lower: Array(7).fill(null),
      upper: [4, 4, 4, 4, 4, null, null],
      verdict: [0, 0, 1, 1, 0, null, null],
    });
    expect(frames[0]?.fields[0]?.values.slice(0, 2)).toEqual([Date.parse('2013-03-01'), Date.parse('2013-03-02')]);
    expect(noticesOf(frames)).toEqual([]);
    expect(frames[0]?.meta.custom).toMatchObject({ datasetId: 'd', profiles: 5, granularity: 'daily', rejected: 0 });
  });

  it('has labels that Prometheus takes, unique, and names for people', async () => {
    const store = monitoredStore(
      documentOf({
        analyzers: [
          analyzerOf({
            targetMatrix: {
              type: 'column',
              include: ['*'],
              segments: [{ tags: [] }, { tags: [{ key: 'the city', value: '*' }] }],
            },
          }),
        ],
      }),
      {
        'd/6.bin': profileOf('2013-03-06', column('b', [1]), { segmentTags: { 'the city': 'São Paulo' } }),
      }
    );
    const frames = await ask(sessionOf(store), { ...analysis, series: ['verdict', 'value'] }, week);
    const fields = frames.map(({ fields: [, value] }) => value);
    expect(fields.map((field) => field?.labels)).toContainEqual({
      dataset: 'd',
      column: 'b',
      segment: 'the city=São Paulo',
      tag_the_city: 'São Paulo',
      metric: 'mean',
      analyzer: 'mean-analyzer',
      series: 'verdict',
    });
    const sets = fields.map((field) => JSON.stringify(field?.labels));
    expect(new Set(sets).size).toBe(frames.length);
    expect(frames).toHaveLength(2 * 2 * 2);
    for (const name of fields.flatMap((field) => Object.keys(field?.labels ?? {}))) {
      expect(name).toMatch(/^[a-zA-Z_][a-zA-Z0-9_]*$/);
    }
    expect(fields.map((field) => field?.config['displayNameFromDS'])).toEqual([
      'a · anomaly',
      'a',
      'a · the city=São Paulo · anomaly',
      'a · the city=São Paulo',
      'b · anomaly',
      'b',
      'b · the city=São Paulo · anomaly',
      'b · the city=São Paulo',
    ]);
  });

  it('has units where they are known', async () => {
    const config = { type: 'fixed', metric: 'count_null_ratio', upper: 0.5 };
    const store = monitoredStore(documentOf({ analyzers: [analyzerOf({ config })] }));
    const model = { ...analysis, series: ['value', 'upper', 'verdict', 'batch'] };
    const frames = await ask(sessionOf(store), model, week);
    expect(frames.map(({ fields }) => fields[1]?.config['unit'])).toEqual([
      'percentunit',
      'percentunit',
      'none',
      'dateTimeAsIso',
    ]);
    const plain = await ask(sessionOf(monitoredStore()), { ...analysis, series: ['value'] }, week);
    expect(plain[0]?.fields[1]?.config).toEqual({ displayNameFromDS: 'a' });
  });

  it('that a drift or a bound of one side made has those bounds', async () => {
    const baseline = { type: 'TrailingWindow', size: 4 };
    const drift = { type: 'drift', metric: 'histogram', threshold: 0.6, baseline };
    const inline = { kind: 'analysis', analyzer: { config: drift }, series: ['value', 'upper', 'lower'] };
    const found = seriesOf(await ask(sessionOf(monitoredStore()), inline, { from: '2013-03-02', to: '2013-03-03' }));
    expect(found).toEqual({ value: [1], upper: [0.6], lower: [null] });
    const diff = { type: 'diff', metric: 'mean', threshold: 1, thresholdType: 'upper', baseline };
    const ofDiff = { kind: 'analysis', analyzer: diff, series: ['value', 'upper', 'lower', 'verdict'] };
    expect(seriesOf(await ask(sessionOf(monitoredStore()), ofDiff, { from: '2013-03-02', to: '2013-03-03' }))).toEqual({
      value: [3],
      upper: [2],
      lower: [null],
      verdict: [1],
    });
  });

  it('stays within what JSON can say: an infinite bound is none', async () => {
    const config = {
      type: 'stddev',
      metric: 'mean',
      factor: 1,
      minBatchSize: 2,
      limitType: 'and',
      maxUpperThreshold: 100,
      baseline: { type: 'TrailingWindow', size: 4 },
    };
    const found = seriesOf(
      await ask(
        sessionOf(monitoredStore()),
        { kind: 'analysis', analyzer: config },
        { from: '2013-03-05', to: '2013-03-06' }
      )
    );
    expect(found).toEqual({ value: [2], upper: [100], lower: [null], verdict: [0] });
  });
});

describe('the latest of an analysis', () => {
  const model = { ...analysis, mode: 'latest' };

  it('is one number with one label set, 1 or 0', async () => {
    const frames = await ask(sessionOf(monitoredStore()), model, latest);
    expect(frames.map(({ type }) => type)).toEqual(['numeric-multi']);
    expect(frames[0]?.fields).toMatchObject([
      {
        name: 'verdict',
        values: [1],
        labels: { dataset: 'd', column: 'a', segment: 'overall', metric: 'mean', analyzer: 'mean-analyzer' },
      },
    ]);
    const quiet = await ask(sessionOf(monitoredStore()), model, { now: '2013-03-06T12:00:00Z' });
    expect(quiet[0]?.fields[0]?.values).toEqual([0]);
  });

  it.each([
    ['value', 7],
    ['upper', 4],
    ['lower', null],
    ['batch', Date.parse('2013-03-04')],
    ['verdict', 1],
  ])('a further query for %s has the same labels', async (series, expected) => {
    const session = sessionOf(monitoredStore());
    const [verdict] = await ask(session, model, latest);
    const [other] = await ask(session, { ...model, series: [series] }, latest);
    expect(other?.fields[0]?.values).toEqual([expected]);
    expect(other?.fields[0]?.labels).toEqual(verdict?.fields[0]?.labels);
  });

  it('is null when two batches have no data, and its label set stays for a month', async () => {
    const frames = await ask(sessionOf(monitoredStore()), model, { now: '2013-03-20T12:00:00Z' });
    expect(frames[0]?.fields[0]).toMatchObject({ values: [null], labels: { column: 'a' } });
  });

  it('is for a rule the end of its range, whatever the clock', async () => {
    const rule: Around = { isAlert: true, from: '2013-03-05T11:50:00Z', to: '2013-03-05T12:00:00Z' };
    expect((await ask(sessionOf(monitoredStore()), model, rule))[0]?.fields[0]?.values).toEqual([1]);
  });
});

describe('an analyzer in the query', () => {
  it('needs no document, no id, no schedule and no target', async () => {
    const inline = { type: 'fixed', metric: 'mean', upper: 4 };
    const session = sessionOf(monitoredStore(null));
    const frames = await ask(session, { kind: 'analysis', analyzer: inline, series: ['verdict'] }, week);
    expect(seriesOf(frames)).toEqual({ verdict: [0, 0, 1, 1, 0, null, null] });
    expect(frames[0]?.fields[1]?.labels['analyzer']).toBe('inline');
  });

  it('takes columns, segments and granularity of the query', async () => {
    const store = monitoredStore(null, {
      'd/x.bin': profileOf('2013-03-01', [{ a: 3, b: 9 }], { segmentTags: { city: 'york' } }),
    });
    const model = {
      kind: 'analysis',
      analyzer: {
        config: { type: 'fixed', metric: 'mean', upper: 4 },
        targetMatrix: { type: 'column', include: ['*'] },
      },
      columns: { include: ['b'] },
      segments: [{ tags: [{ key: 'city', value: 'york' }] }],
      granularity: 'monthly',
      series: ['value'],
    };
    const frames = await ask(sessionOf(store), model);
    expect(frames).toHaveLength(1);
    expect(frames[0]?.fields[1]).toMatchObject({ values: [9], labels: { column: 'b', segment: 'city=york' } });
  });

  it('may name a custom metric of the document', async () => {
    const customMetrics = { 'typical fare': { label: 'typical fare', column: 'a', builtinMetric: 'mean' } };
    const store = monitoredStore(documentOf({ entitySchema: { columns: {}, customMetrics } }));
    const inline = { type: 'fixed', metric: 'typical fare', upper: 4 };
    const frames = await ask(sessionOf(store), { kind: 'analysis', analyzer: inline, series: ['value'] }, week);
    expect(seriesOf(frames)).toEqual({ value: [1, 3, 5, 7, 2, null, null] });
    expect(frames[0]?.fields[1]?.labels).toEqual({
      dataset: 'd',
      segment: 'overall',
      metric: 'typical fare',
      analyzer: 'inline',
    });
    expect(frames[0]?.fields[1]?.config['displayNameFromDS']).toBe('dataset');
  });
});

describe('numbers of all columns', () => {
  const star = analyzerOf({
    targetMatrix: {
      type: 'column',
      include: ['*'],
      segments: [{ tags: [] }, { tags: [{ key: 'city', value: 'york' }] }],
    },
  });
  const store = monitoredStore(documentOf({ analyzers: [star] }), {
    'd/x.bin': profileOf('2013-03-03', [{ b: 9, c: 1 }], { segmentTags: { city: 'york' } }),
  });

  it.each([
    ['count', 'anomalous_columns', 'none', [0, 0, 2, 1, 0, null, null], [null, null, 1, null, null, null, null]],
    [
      'share',
      'anomalous_share',
      'percentunit',
      [0, 0, 2 / 3, 1, 0, null, null],
      [null, null, 0.5, null, null, null, null],
    ],
  ])('%s', async (aggregate, name, unit, overall, york) => {
    const frames = await ask(sessionOf(store), { ...analysis, aggregate }, week);
    expect(frames.map(({ fields }) => fields[1]?.values)).toEqual([overall, york]);
    expect(frames[0]?.fields[1]).toMatchObject({
      name,
      config: { unit, min: 0 },
      labels: { dataset: 'd', segment: 'overall', metric: 'mean', analyzer: 'mean-analyzer' },
    });
    expect(frames.map(({ fields }) => fields[1]?.config['displayNameFromDS'])).toEqual([
      aggregate === 'count' ? 'anomalous columns' : 'share of anomalous columns',
      aggregate === 'count' ? 'anomalous columns · city=york' : 'share of anomalous columns · city=york',
    ]);
  });

  it('of the latest batch are one number', async () => {
    const frames = await ask(
      sessionOf(store),
      { ...analysis, aggregate: 'count', mode: 'latest' },
      { now: '2013-03-04T12:00:00Z' }
    );
    expect(frames.map(({ type, fields }) => [type, fields[0]?.values])).toEqual([
      ['numeric-multi', [2]],
      ['numeric-multi', [1]],
    ]);
  });

  it('tell what has no verdict', async () => {
    const broken = monitoredStore(documentOf({ analyzers: [star] }), {
      'd/x.bin': withDamagedLastColumn(profileOf('2013-03-03', [{ b: 9, c: 1 }])),
    });
    const frames = await ask(sessionOf(broken), { ...analysis, aggregate: 'count' }, week);
    // `a` and `b` are known, `c` is not.
    expect(frames[0]?.fields[1]?.values).toEqual([0, 0, 2, 1, 0, null, null]);
    expect(noticesOf(frames)).toEqual([
      expect.stringMatching(
        /^warning: 1 result has no verdict: MetricException: a profile .* cannot be read: .*d\/x\.bin/
      ),
    ]);
  });
});

describe('what an analysis says of itself', () => {
  it('why there is no verdict, counted', async () => {
    const baseline = { type: 'TrailingWindow', size: 4 };
    const config = { type: 'stddev', metric: 'mean', minBatchSize: 3, baseline };
    const frames = await ask(sessionOf(monitoredStore()), { kind: 'analysis', analyzer: config }, week);
    expect(noticesOf(frames)).toEqual([
      'info: 1 of 7 batches has no verdict: InsufficientBaseline: 0 of the 4 baseline batches have the metric, and 3 are needed. Remedy: wait until there are more batches, or lower minBatchSize',
      'info: 1 of 7 batches has no verdict: InsufficientBaseline: 1 of the 4 baseline batches has the metric, and 3 are needed. Remedy: wait until there are more batches, or lower minBatchSize',
      'info: 1 of 7 batches has no verdict: InsufficientBaseline: 2 of the 4 baseline batches have the metric, and 3 are needed. Remedy: wait until there are more batches, or lower minBatchSize',
    ]);
    const wide = { ...config, minBatchSize: 4 };
    expect(noticesOf(await ask(sessionOf(monitoredStore()), { kind: 'analysis', analyzer: wide }, week)).at(-1)).toBe(
      'info: 1 of 7 batches has no verdict for other reasons'
    );
    const one = await ask(
      sessionOf(monitoredStore()),
      { kind: 'analysis', analyzer: config, mode: 'latest' },
      { now: '2013-03-02T12:00:00Z' }
    );
    expect(noticesOf(one)[0]).toMatch(/^info: the batch has no verdict: InsufficientBaseline/);
  });

  it('what cannot be read, as a warning', async () => {
    const store = monitoredStore(documentOf(), {
      'd/3.bin': withDamagedLastColumn(profileOf('2013-03-03', column('a', [5]))),
    });
    const frames = await ask(sessionOf(store), analysis, week);
    expect(seriesOf(frames)['verdict']).toEqual([0, 0, null, 1, 0, null, null]);
    expect(noticesOf(frames)).toEqual([
      expect.stringMatching(/^warning: 1 of 7 batches has no verdict: MetricException: .*d\/3\.bin/),
    ]);
  });

  it('objects that are no profiles, on the first frame', async () => {
    const store = monitoredStore(documentOf(), { 'd/2013-03-03/x.bin': new TextEncoder().encode('no profile at all') });
    const frames = await ask(sessionOf(store), analysis, week);
    expect(noticesOf(frames)).toEqual([expect.stringMatching(/^warning: .*x\.bin/)]);
    expect(frames[0]?.meta.custom).toMatchObject({ rejected: 1 });
  });

  it('batches that are not ready, and verdicts that can change', async () => {
    const store = monitoredStore(documentOf({ allowPartialTargetBatches: true }));
    const frames = await ask(sessionOf(store), { ...analysis, asOf: '2013-03-05T12:00:00Z' }, week);
    expect(seriesOf(frames)['verdict']).toEqual([0, 0, 1, 1, 0]);
    expect(noticesOf(frames)).toEqual(['info: 1 verdict is provisional: its batch can still grow']);
    const slow = monitoredStore(documentOf({ analyzers: [analyzerOf({ dataReadinessDuration: 'P2D' })] }));
    const waiting = await ask(sessionOf(slow), { ...analysis, asOf: '2013-03-05T12:00:00Z' }, week);
    expect(seriesOf(waiting)['verdict']).toEqual([0, 0, 1, null, null]);
    expect(noticesOf(waiting)).toEqual([
      'info: 1 of 5 batches has no verdict: the batch of 2013-03-04T00:00:00Z is ready at 2013-03-06T00:00:00Z',
      'info: 1 of 5 batches has no verdict: the batch of 2013-03-05T00:00:00Z is ready at 2013-03-07T00:00:00Z',
    ]);
  });

  it('verdicts on late data, unless all are', async () => {
    const late = { creationTimestampMs: Date.parse('2013-03-20') };
    const store = monitoredStore(documentOf(), { 'd/3.bin': profileOf('2013-03-03', column('a', [5]), late) });
    expect(noticesOf(await ask(sessionOf(store), analysis, week))).toEqual([
      'info: 1 verdict stands on data that arrived after the batch was ready',
    ]);
    expect(noticesOf(await ask(sessionOf(store), analysis, { from: '2013-03-03', to: '2013-03-04' }))).toEqual([]);
  });

  it('what is probably not meant', async () => {
    const config = {
      type: 'drift',
      metric: 'histogram',
      threshold: 1.5,
      baseline: { type: 'TrailingWindow', size: 4 },
    };
    const frames = await ask(
      sessionOf(monitoredStore(documentOf({ analyzers: [analyzerOf({ config })] }))),
      analysis,
      week
    );
    expect(noticesOf(frames).filter((notice) => notice.includes('hellinger'))).toEqual([
      'warning: the analyzer "mean-analyzer": hellinger is at most 1, so the threshold 1.5 is never exceeded. Remedy: a smaller one',
    ]);
  });

  it('what the data say of the analyzer, on the frames of the column', async () => {
    const far = [...Array.from({ length: 99 }, (_, i) => i / 100), 1_000_000];
    const texts = Array.from({ length: 400 }, (_, i) => `id ${i}`);
    const store = monitoredStore(null, {
      'd/6.bin': profileOf('2013-04-06', [...column('far', far), ...column('id', texts)]),
      'd/7.bin': profileOf('2013-04-07', [...column('far', far), ...column('id', texts)]),
    });
    const baseline = { type: 'TrailingWindow', size: 4 };
    const april: Around = { from: '2013-04-07', to: '2013-04-08', now: '2013-05-01' };
    const of = async (name: string, metric: string, around: Around) => {
      const analyzer = { type: 'drift', metric, threshold: 0.5, baseline };
      const frames = await ask(sessionOf(store), { kind: 'analysis', analyzer, columns: { include: [name] } }, around);
      return noticesOf(frames);
    };
    // Nulls are no numbers: of the hundred, 99 lie in the first bin.
    expect(await of('far', 'histogram', april)).toEqual([
      'info: one bin holds 99 per cent of "far", probably because of a few far values, so changes inside it are not seen. Remedy: bins equal_mass',
    ]);
    expect(await of('id', 'frequent_items', april)).toEqual([
      expect.stringMatching(/^info: "id" has about 4\d\d distinct values and frequent_items holds some 100/),
    ]);
    expect(await of('id', 'frequent_items', { ...april, isAlert: true })).toEqual([]);
  });

  it('that an analyzer never runs, or does not look there', async () => {
    const never = monitoredStore(documentOf({ analyzers: [analyzerOf({ schedule: undefined, disabled: true })] }));
    const [frame] = await ask(sessionOf(never), analysis, week);
    expect(noticesOf(frame === undefined ? [] : [frame])).toEqual([
      'warning: the analyzer "mean-analyzer" is disabled in its document; it is shown all the same',
      'warning: the analyzer "mean-analyzer" has no schedule, so it never runs. Remedy: add one',
    ]);
    const segments = [{ tags: [{ key: 'city', value: 'york' }] }];
    const frames = await ask(sessionOf(monitoredStore()), { ...analysis, segments }, week);
    expect(frames.map(({ type }) => type)).toEqual(['no-data']);
    expect(noticesOf(frames)).toEqual([
      'warning: the analyzer "mean-analyzer" does not look at the segments of the query. Remedy: add them to its targetMatrix',
    ]);
  });

  it('that one of several partitions was chosen', async () => {
    const store = monitoredStore(documentOf(), {
      'd/x.bin': profileOf('2013-03-06', column('a', [1]), { segmentTags: { city: 'york' } }),
      'd/y.bin': profileOf('2013-03-06', column('a', [1]), { segmentTags: { house: 'blue' } }),
    });
    expect(noticesOf(await ask(sessionOf(store), analysis, week))).toEqual([
      'warning: the same rows were profiled under several partitions; the one with the fewest keys is judged',
    ]);
  });
});

describe('a rule', () => {
  const rule: Around = { isAlert: true, from: '2013-03-04T11:50:00Z', to: '2013-03-04T12:00:00Z' };
  const model = { ...analysis, mode: 'latest' };

  it('gets an error for a profile that cannot be read, and never a verdict, though the failure was seen before', async () => {
    const store = monitoredStore(documentOf(), {
      'd/3.bin': withDamagedLastColumn(profileOf('2013-03-03', column('a', [5]))),
    });
    const session = sessionOf(store);
    expect(seriesOf(await ask(session, analysis, week))['verdict']?.[2]).toBeNull();
    await expect(ask(session, model, rule)).rejects.toMatchObject({
      code: 'unreadable-profile',
      message: expect.stringMatching(/^a profile of this rule cannot be read: .*d\/3\.bin/) as string,
    });
    const ofDataset = { config: { type: 'fixed', metric: 'regression.mae', upper: 1 } };
    const broken = monitoredStore(documentOf(), { 'd/3.bin': profileOf('2013-03-03', column('a', [5])) });
    await expect(ask(sessionOf(broken), { ...model, analyzer: ofDataset }, rule)).resolves.toHaveLength(1);
  });

  it.each(['d/2013-03-03/x.bin', 'd/2013-03-02/x.bin', 'd/x.bin'])(
    'is refused where %s may belong to its batches',
    async (key) => {
      const store = monitoredStore(documentOf(), { [key]: new TextEncoder().encode('no profile at all') });
      await expect(ask(sessionOf(store), model, rule)).rejects.toMatchObject({ code: 'incomplete-knowledge' });
    }
  );

  it('is refused where the unreadable object may be the latest batch itself', async () => {
    const store = monitoredStore(documentOf(), { 'd/2013-03-11/x.bin': new TextEncoder().encode('no profile at all') });
    const at = (to: string): Around => ({ isAlert: true, from: to, to });
    // Neither of the two batches has data that can be read.
    await expect(ask(sessionOf(store), model, at('2013-03-13T12:00:00Z'))).rejects.toMatchObject({
      code: 'incomplete-knowledge',
    });
    expect((await ask(sessionOf(store), model, at('2013-03-20T12:00:00Z')))[0]?.fields[0]?.values).toEqual([null]);
  });

  it('is refused where a reference cannot be read', async () => {
    const store = monitoredStore(documentOf(), { 'd/reference/january/x.bin': new TextEncoder().encode('no profile') });
    const config = {
      type: 'diff',
      metric: 'mean',
      threshold: 1,
      baseline: { type: 'Reference', profileId: 'january' },
    };
    await expect(
      ask(sessionOf(store), { kind: 'analysis', analyzer: config, mode: 'latest' }, rule)
    ).rejects.toMatchObject({ code: 'incomplete-knowledge' });
    expect((await ask(sessionOf(store), model, rule))[0]?.fields[0]?.values).toEqual([1]);
  });
});

describe('a query that cannot be answered', () => {
  it.each([
    [
      'no document',
      null,
      {},
      'no-document',
      'dataset d has no monitor document. Remedy: put it into the store as d/monitor.json, into the data source\'s settings, or into the query as "monitor"',
    ],
    [
      'an unknown analyzer',
      documentOf(),
      { analyzerId: 'x' },
      'unknown-analyzer',
      'the monitor document of dataset d has no analyzer "x"; it has mean-analyzer',
    ],
    [
      'of none',
      documentOf({ analyzers: [] }),
      { analyzerId: 'x' },
      'unknown-analyzer',
      'the monitor document of dataset d has no analyzer "x"; it has none',
    ],
    [
      'of many',
      documentOf({ analyzers: Array.from({ length: 12 }, (_, i) => analyzerOf({ id: `analyzer-${i}` })) }),
      { analyzerId: 'x' },
      'unknown-analyzer',
      'the monitor document of dataset d has no analyzer "x"; it has analyzer-0, analyzer-1, analyzer-2, analyzer-3, analyzer-4, analyzer-5, analyzer-6, analyzer-7, analyzer-8, analyzer-9, …',
    ],
    [
      'an analyzer that cannot run',
      documentOf({ analyzers: [analyzerOf({ config: { type: 'fixed', metric: 'nothing', upper: 1 } })] }),
      {},
      'bad-document',
      expect.stringMatching(/^the analyzer "mean-analyzer" cannot run: analyzers\[0\]\.config\.metric: /) as string,
    ],
    [
      'a broken document',
      '{',
      {},
      'bad-document',
      expect.stringMatching(/^d\/monitor\.json cannot be used: the document is no JSON: /) as string,
    ],
    [
      'a broken analyzer in the query',
      documentOf(),
      { analyzer: { type: 'drift', metric: 'histogram', threshold: 1 } },
      'bad-document',
      expect.stringMatching(
        /^the query's analyzer cannot run: config\.baseline: this analyzer needs a baseline/
      ) as string,
    ],
    [
      'too many series',
      documentOf({
        analyzers: [
          analyzerOf({
            targetMatrix: {
              type: 'column',
              include: ['a'],
              segments: [{ tags: [] }, { tags: [{ key: 'k', value: 'v' }] }],
            },
          }),
        ],
      }),
      {},
      'too-many-series',
      expect.stringContaining('more than 1 series') as string,
    ],
  ])('%s', async (_, document, model, code, message) => {
    const session = sessionOf(monitoredStore(document), { maxSeries: 1 });
    await expect(ask(session, { ...analysis, ...model }, week)).rejects.toMatchObject({ code, message });
  });

  it('a variable that nobody replaced', async () => {
    const segments = [{ tags: [{ key: 'city', value: '$city' }] }];
    await expect(ask(sessionOf(monitoredStore()), { ...analysis, segments }, week)).rejects.toMatchObject({
      name: 'ContractError',
    });
  });

  it('of an unknown dataset', async () => {
    await expect(ask(sessionOf(monitoredStore()), { ...analysis, datasetId: 'x' }, week)).rejects.toMatchObject({
      code: 'unknown-dataset',
    });
  });
});

describe('where a document comes from', () => {
  const withUpper = (upper: number) =>
    documentOf({ analyzers: [analyzerOf({ config: { type: 'fixed', metric: 'mean', upper } })] });
  const verdict = { ...analysis, series: ['verdict'] };
  const yaml = (upper: number): string =>
    `orgId: o\ndatasetId: d\ngranularity: daily\nmonitors: []\nanalyzers:\n  - id: mean-analyzer\n    schedule: {type: fixed, cadence: daily}\n    targetMatrix: {type: column, include: [a]}\n    config: {type: fixed, metric: mean, upper: ${upper}}\n`;

  it.each([
    ['its object', withUpper(0)],
    ['its text', JSON.stringify(withUpper(0))],
    ['its YAML', yaml(0)],
  ])('the query: %s', async (_, monitor) => {
    const frames = await ask(sessionOf(monitoredStore()), { ...verdict, monitor }, week);
    expect(seriesOf(frames)['verdict']).toEqual([1, 1, 1, 1, 1, null, null]);
  });

  it('YAML in the store', async () => {
    const store = monitoredStore(null, { 'd/monitor.yml': new TextEncoder().encode(yaml(6)) });
    expect(seriesOf(await ask(sessionOf(store), verdict, week))['verdict']).toEqual([0, 0, 0, 1, 0, null, null]);
  });

  it('a change in the store counts at once', async () => {
    const contents = (upper: number) => monitoredStore(withUpper(upper));
    expect(seriesOf(await ask(sessionOf(contents(6)), verdict, week))['verdict']?.[2]).toBe(0);
    expect(seriesOf(await ask(sessionOf(contents(4)), verdict, week))['verdict']?.[2]).toBe(1);
  });
});
