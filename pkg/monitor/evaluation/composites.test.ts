import { damaged, on, profile, saidOf, verdicts, World } from './testing/world.ts';

const schedule = { type: 'fixed', cadence: 'daily' };
const child = (id: string, include: readonly string[], upper: number, changes: object = {}) => ({
  id,
  schedule,
  targetMatrix: { type: 'column', include },
  config: { type: 'fixed', metric: 'mean', upper },
  ...changes,
});
const parent = (type: string, analyzerIds: readonly string[], changes: object = {}) => ({
  id: 'parent-1',
  schedule,
  config: { type, analyzerIds },
  ...changes,
});

const world = new World()
  .put('1', profile('2013-03-01', [{ a: 0, b: 0, c: 0 }]))
  .put('2', profile('2013-03-02', [{ a: 5, b: 0, c: 0 }]))
  .put('3', profile('2013-03-03', [{ a: 5, b: 5, c: 0 }]))
  .put('5', profile('2013-03-05', [{ a: 5, c: 5 }]));
const [first, second] = [child('child-a', ['a'], 1), child('child-b', ['b'], 1)];
const ids = ['child-a', 'child-b'];
const evaluate = (analyzers: readonly object[], asked = {}, more = {}) =>
  world.evaluate({ analyzers, ...more }, 'parent-1', asked);

describe('a conjunction', () => {
  it('alerts when all children do; a day without any data has no result', async () => {
    const answer = await evaluate([first, second, parent('conjunction', ids)]);
    expect(verdicts(answer, 'dataset')).toEqual({
      '03-01': 0,
      '03-02': 0,
      '03-03': 1,
      '03-05': 'CompositeCalculationMissingColumns',
    });
    expect(saidOf(on(answer, '03-04', 'dataset'))).toBe('there is no profile of the target batch');
    expect(saidOf(on(answer, '03-05', 'dataset'))).toBe(
      'conjunction needs the verdicts of child-a, child-b, but child-b gave no result for this batch; ' +
        'see that the document has such analyzers, enabled, no composites, with the same target and schedule'
    );
    const { record } = on(answer, '03-03', 'dataset');
    expect(record).toMatchObject({
      parent: true,
      childAnalyzerIds: ids,
      metric: null,
      column: null,
      analyzerType: 'conjunction',
      targetLevel: 'dataset',
      targetBatchesWithProfileCount: 1,
    });
    const ofChild = await world.evaluate({ analyzers: [first, second] }, 'child-a');
    expect(record?.childAnalysisIds?.[0]).toBe(on(ofChild, '03-03', 'a').record?.analysisId);
  });

  it('of a child that is not in the document is never known', async () => {
    const answer = await evaluate([first, parent('conjunction', ['child-a', 'child-x'])]);
    expect(new Set(Object.values(verdicts(answer, 'dataset')))).toEqual(
      new Set(['CompositeCalculationMissingColumns'])
    );
    expect(saidOf(on(answer, '03-01', 'dataset'))).toContain('child-x gave no result');
  });

  it('of a child that is disabled is never known: it has no results', async () => {
    const answer = await evaluate([first, { ...second, disabled: true }, parent('conjunction', ids)]);
    expect(saidOf(on(answer, '03-03', 'dataset'))).toContain('child-b gave no result');
  });

  it('of itself is a missing child, not a circle', async () => {
    const answer = await evaluate([first, parent('conjunction', ['child-a', 'parent-1'])]);
    expect(saidOf(on(answer, '03-01', 'dataset'))).toContain('parent-1 gave no result');
  });

  it('of a child with another schedule has no verdict on the other days', async () => {
    const monday = { ...second, schedule: { type: 'cron', cron: '0 0 3 * *' } };
    const answer = await evaluate([first, monday, parent('conjunction', ids)], { to: '2013-03-04' });
    expect(verdicts(answer, 'dataset')).toEqual({
      '03-01': 'CompositeCalculationMissingColumns',
      '03-02': 'CompositeCalculationMissingColumns',
      '03-03': 1,
    });
  });
});

describe('a disjunction', () => {
  it('alerts when one child does, though another has no result', async () => {
    const answer = await evaluate([first, second, parent('disjunction', ids)]);
    expect(verdicts(answer, 'dataset')).toEqual({ '03-01': 0, '03-02': 1, '03-03': 1, '03-05': 1 });
  });

  it('speaks of missing batches where a child does', async () => {
    const missing = child('child-b', [], 0, {
      targetMatrix: { type: 'dataset' },
      config: { type: 'fixed', metric: 'missingDatapoint', upper: 0 },
    });
    const document = [first, missing, parent('disjunction', ids)];
    expect(verdicts(await evaluate(document, { to: '2013-03-06' }), 'dataset')).toEqual({
      '03-01': 0,
      '03-02': 1,
      '03-03': 1,
      '03-04': 1,
      '03-05': 1,
    });
    const latest = await evaluate(document, { isLatest: true, now: '2013-03-05T00:00Z' });
    expect(verdicts(latest, 'dataset')).toEqual({ '03-04': 1 });
  });
});

describe('a child of several columns', () => {
  it('is anomalous when one of them is', async () => {
    const several = child('child-b', ['b', 'c'], 1);
    const answer = await evaluate([first, several, parent('conjunction', ids)]);
    expect(verdicts(answer, 'dataset')).toEqual({ '03-01': 0, '03-02': 0, '03-03': 1, '03-05': 1 });
  });

  it('of which one cannot be read is open, unless another is anomalous', async () => {
    const made = new World();
    [1, 2].forEach((n) => {
      const content = profile(`2013-03-0${n}`, [{ a: 5, b: n === 2 ? 5 : 0, c: 0 }]);
      made.put(String(n), damaged(content));
    });
    const analyzers = [first, child('child-b', ['b', 'c'], 1), parent('conjunction', ids)];
    const answer = await made.evaluate({ analyzers }, 'parent-1');
    expect(verdicts(answer, 'dataset')).toEqual({ '03-01': 'CompositeCalculationMissingColumns', '03-02': 1 });
    expect(saidOf(on(answer, '03-01', 'dataset'))).toMatch(/but child-b failed for this batch; .*: .*d\/1\.bin/);
    expect(on(answer, '03-01', 'dataset').judgement.unreadable).toMatch(/d\/1\.bin/);
  });
});

describe('the segments of a composite', () => {
  const york = { segmentTags: { city: 'york' } };
  const made = new World()
    .put('1', profile('2013-03-01', [{ a: 5, b: 0 }], york))
    .put('2', profile('2013-03-01', [{ a: 0, b: 0 }], { segmentTags: { city: 'hull' } }));
  const segments = [{ tags: [{ key: 'city', value: '*' }] }];
  const ofCities = child('child-a', ['a'], 1, { targetMatrix: { type: 'column', include: ['a'], segments } });
  const inYork = [{ tags: [{ key: 'city', value: 'york' }] }];

  it("are its children's where it names none; a child of one segment speaks for all", async () => {
    const answer = await made.evaluate({ analyzers: [ofCities, second, parent('disjunction', ids)] }, 'parent-1');
    expect(answer.subjects).toEqual(['dataset city=hull', 'dataset city=york', 'dataset']);
    expect(verdicts(answer, 'dataset city=york')).toEqual({ '03-01': 1 });
    expect(verdicts(answer, 'dataset city=hull')).toEqual({ '03-01': 0 });
    // Of two cities none is the whole.
    expect(verdicts(answer, 'dataset')).toEqual({ '03-01': 'CompositeCalculationMissingColumns' });
  });

  it('are its own where it names some', async () => {
    const targetMatrix = { type: 'dataset', segments: inYork };
    const analyzers = [ofCities, second, parent('disjunction', ids, { targetMatrix })];
    const answer = await made.evaluate({ analyzers }, 'parent-1');
    expect(answer.subjects).toEqual(['dataset city=york']);
  });

  it('and columns of a query change no verdict', async () => {
    const analyzers = [ofCities, second, parent('disjunction', ids)];
    const asked = { segments: [{ city: 'york' }], columns: { include: ['b'] } };
    const answer = await made.evaluate({ analyzers }, 'parent-1', asked);
    expect(verdicts(answer, 'dataset city=york')).toEqual({ '03-01': 1 });
  });
});

it('the latest of a composite is one batch for all its children', async () => {
  const slow = { ...second, dataReadinessDuration: 'P3D' };
  const asked = { isLatest: true, now: '2013-03-04T12:00Z' };
  expect(verdicts(await evaluate([first, second, parent('conjunction', ids)], asked), 'dataset')).toEqual({
    '03-03': 1,
  });
  // A child that is not ready for it has no result.
  expect(verdicts(await evaluate([first, slow, parent('conjunction', ids)], asked), 'dataset')).toEqual({
    '03-03': 'CompositeCalculationMissingColumns',
  });
});

it('a segment without data in a batch has no result of its composite, whatever a child says of the whole', async () => {
  const made = new World()
    .put('1', profile('2013-03-01', [{ a: 5, b: 5 }], { segmentTags: { city: 'york' } }))
    .put('2', profile('2013-03-02', [{ a: 5, b: 5 }], { segmentTags: { city: 'hull' } }));
  const segments = [{ tags: [{ key: 'city', value: '*' }] }];
  const ofCities = child('child-a', ['a'], 1, { targetMatrix: { type: 'column', include: ['a'], segments } });
  const whole = { ...parent('disjunction', ids), targetMatrix: { type: 'dataset', segments } };
  const answer = await made.evaluate({ analyzers: [ofCities, second, whole] }, 'parent-1');
  expect(verdicts(answer, 'dataset city=york')).toEqual({ '03-01': 1 });
  expect(verdicts(answer, 'dataset city=hull')).toEqual({ '03-02': 1 });
});
