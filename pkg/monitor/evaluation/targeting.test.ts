import { KeptJudgements, on, profile, saidOf, verdicts, World } from './testing/world.ts';

const fixed = { type: 'fixed', metric: 'count', upper: 2.5 };
const matrix = (include: readonly string[], more: object = {}) => ({
  targetMatrix: { type: 'column', include, ...more },
});
const york = { segmentTags: { city: 'york', house: 'blue' } };
const hull = { segmentTags: { city: 'hull', house: 'blue' } };

describe('columns of an analyzer', () => {
  const world = new World()
    .put('1', profile('2013-03-01', [{ a: 1, b: 'x', output: 1 }]))
    .put('2', profile('2013-03-02', [{ a: 1, c: 1, output: 1 }]))
    .put('far', profile('2013-02-01', [{ old: 1 }]));

  it.each([
    ['all of the range', ['*'], {}, ['a', 'b', 'c', 'output']],
    ['a name that nothing has', ['nothing'], {}, []],
    ['a name that only other days have', ['old'], {}, ['old']],
    ['golden 79: an output is excluded as such', ['a', 'output'], { exclude: ['group:output'] }, ['a']],
    ['a pattern', ['o*'], {}, ['output']],
    ['nothing', [], {}, []],
  ])('%s', async (_, include, more, expected) => {
    const answer = await world.judge(fixed, matrix(include, more));
    expect(answer.subjects).toEqual(expected);
  });

  it.each([
    ['names', { include: ['a', 'c'] }, ['a', 'c']],
    ['an exclusion', { exclude: ['a'] }, ['b', 'c', 'output']],
    ['what the analyzer does not mean', { include: ['old'] }, []],
  ])('the query narrows: %s', async (_, columns, expected) => {
    const answer = await world.judge(fixed, matrix(['*']), { columns });
    expect(answer.subjects).toEqual(expected);
  });

  it("of an analyzer in a query are the query's", async () => {
    const analyzers = [{ id: 'analyzer-1', schedule: { type: 'fixed', cadence: 'daily' }, config: fixed }];
    const asked = { columns: { include: ['c'] } };
    expect((await world.evaluate({ analyzers }, 'analyzer-1', { ...asked, isInline: true })).subjects).toEqual(['c']);
    // In a document it names no target, and looks at nothing.
    expect((await world.evaluate({ analyzers }, 'analyzer-1', asked)).subjects).toEqual([]);
  });

  it('of the last batch count, whatever hour the range ends at', async () => {
    const made = new World().put('1', profile('2013-03-01T20:00Z', [{ evening: 1 }]));
    const asked = { from: '2013-03-01', to: '2013-03-01T06:00Z' };
    expect((await made.judge(fixed, matrix(['*']), asked)).subjects).toEqual(['evening']);
  });

  it('that the entity schema hides are not there', async () => {
    const column = { discreteness: 'continuous', dataType: 'integral' };
    const entitySchema = { columns: { a: { ...column, hidden: true }, b: { ...column, classifier: 'output' } } };
    const analyzers = [
      {
        id: 'analyzer-1',
        schedule: { type: 'fixed', cadence: 'daily' },
        config: fixed,
        ...matrix(['group:output', 'a']),
      },
    ];
    expect((await world.evaluate({ analyzers, entitySchema }, 'analyzer-1')).subjects).toEqual(['b', 'output']);
  });
});

describe('groups by discreteness', () => {
  // 20 rows of 2 values are categories, 20 values in 20 rows are not (spec/analyzers.md a.4).
  const day = (isDiscrete: boolean) =>
    Array.from({ length: 20 }, (_, i) => ({ a: isDiscrete ? i % 2 : i, b: isDiscrete ? i : i % 2 }));
  const world = new World()
    .put('1', profile('2013-03-01', day(true)))
    .put('2', profile('2013-03-02', day(true)))
    .put('3', profile('2013-03-03', day(false)));
  const baseline = { type: 'TrailingWindow', size: 1 };
  const diff = { type: 'diff', metric: 'mean', threshold: 100, baseline };

  it('are decided by the baseline, else by the target', async () => {
    const answer = await world.judge(diff, matrix(['group:discrete']), { to: '2013-03-04' });
    expect(verdicts(answer, 'a')).toEqual({ '03-01': 'InsufficientBaseline', '03-02': 0, '03-03': 0 });
    expect(verdicts(answer, 'b')).toEqual({});
    expect(answer.subjects).toEqual(['a']);
    const none = await world.judge(fixed, matrix(['group:discrete']));
    expect([verdicts(none, 'a'), verdicts(none, 'b')]).toEqual([{ '03-01': 1, '03-02': 1 }, { '03-03': 1 }]);
    expect(saidOf(on(none, '03-03', 'a'))).toBe('the column is not in the group that the analyzer targets');
  });

  it('the entity schema wins, and nothing more is read', async () => {
    const entitySchema = {
      columns: {
        b: { discreteness: 'discrete', dataType: 'integral' },
        a: { discreteness: 'continuous', dataType: 'integral' },
      },
    };
    const analyzers = [
      { id: 'analyzer-1', schedule: { type: 'fixed', cadence: 'daily' }, config: fixed, ...matrix(['group:discrete']) },
    ];
    const answer = await world.evaluate({ analyzers, entitySchema }, 'analyzer-1');
    expect(answer.subjects).toEqual(['b']);
    expect(new Set(world.reads.slice(-3).map((read) => read.split(' ')[2]))).toEqual(new Set(['counts']));
  });

  it('of the query choose what is shown and change no verdict', async () => {
    const cache = new KeptJudgements();
    const one = await world.judge(fixed, matrix(['a', 'b']), {
      columns: { include: ['group:continuous'] },
      to: '2013-03-03',
      cache,
    });
    expect(one.subjects).toEqual(['b']);
    const all = await world.judge(fixed, matrix(['a', 'b']), { to: '2013-03-03', cache });
    expect(all.subjects).toEqual(['a', 'b']);
    expect(verdicts(all, 'a')).toEqual({ '03-01': 1, '03-02': 1 });
    const again = await world.judge(fixed, matrix(['a', 'b']), {
      columns: { include: ['group:continuous'] },
      to: '2013-03-03',
      cache,
    });
    expect(again.subjects).toEqual(['b']);
  });

  it('stay known when the data stop: the newest batch that had the column says', async () => {
    const latest = { isLatest: true, now: '2013-03-20' };
    expect((await world.judge(fixed, matrix(['group:discrete']), latest)).subjects).toEqual(['b']);
    expect((await world.judge(fixed, matrix(['group:continuous']), latest)).subjects).toEqual(['a']);
    // A month after, nobody knows, and the label set ends.
    expect(
      (await world.judge(fixed, matrix(['group:discrete']), { isLatest: true, now: '2013-04-03T12:00Z' })).subjects
    ).toEqual([]);
  });
});

describe('weights', () => {
  const weights = { a: 0.22, b: 0.28, c: 0.24 };
  const weightConfig = {
    defaultWeights: { weights },
    segmentWeights: [{ segment: [{ key: 'city', value: 'york' }], weights: { a: 0.9, b: 0.1 } }],
  };
  const world = new World().put('1', profile('2013-03-01', [{ a: 1, b: 1, c: 1, d: 1 }], york));
  const evaluate = (include: readonly string[], more: object = {}) => {
    const analyzers = [
      { id: 'analyzer-1', schedule: { type: 'fixed', cadence: 'daily' }, config: fixed, ...matrix(include, more) },
    ];
    return world.evaluate({ analyzers, weightConfig }, 'analyzer-1');
  };

  it('golden 78: weight>.24 means .28 and no column of .22 or without weight', async () => {
    expect((await evaluate(['weight>.24'])).subjects).toEqual(['b', 'c']);
  });

  it('count in their own segment', async () => {
    const segments = [{ tags: [] }, { tags: [{ key: 'city', value: 'york' }] }];
    const answer = await evaluate(['weight>.25'], { segments });
    expect(answer.subjects).toEqual(['b', 'a city=york']);
    expect(on(answer, '03-01', 'b').record?.segmentWeight).toBe(0.28);
    expect(on(answer, '03-01', 'a city=york').record?.segmentWeight).toBe(0.9);
  });

  it('that are not there are null in a record', async () => {
    expect(on(await evaluate(['d']), '03-01', 'd').record?.segmentWeight).toBeNull();
  });
});

describe('segments', () => {
  const world = new World()
    .put('1', profile('2013-03-01', [{ a: 1 }], york))
    .put('2', profile('2013-03-02', [{ a: 1 }, { a: 2 }, { a: 3 }], hull))
    .put('3', profile('2013-03-02', [{ a: 4 }]));
  const of = (...tags: readonly Readonly<Record<string, string>>[]) => ({
    segments: tags.map((one) => ({ tags: Object.entries(one).map(([key, value]) => ({ key, value })) })),
  });

  it.each([
    [
      'golden 77: a wildcard on city alone, whatever other tags there are',
      of({ city: '*' }),
      ['a city=hull', 'a city=york'],
    ],
    ['the whole', of({}), ['a']],
    ['both tags', of({ city: '*', house: 'blue' }), ['a city=hull,house=blue', 'a city=york,house=blue']],
    ['one that has no data', of({ city: 'leeds' }), ['a city=leeds']],
    [
      'exclusion wins',
      { ...of({}, { city: '*' }), excludeSegments: of({ city: 'hull' }).segments },
      ['a', 'a city=york'],
    ],
  ])('%s', async (_, segments, expected) => {
    const answer = await world.judge(fixed, matrix(['a'], segments));
    expect(answer.subjects).toEqual(expected);
  });

  it('golden 77: a profile with another key has none', async () => {
    const blue = new World().put('1', profile('2013-03-01', [{ a: 1 }], { segmentTags: { house: 'blue' } }));
    expect((await blue.judge(fixed, matrix(['a'], of({ city: '*' })))).subjects).toEqual([]);
  });

  it('hold all profiles with their tags; the whole holds all', async () => {
    const answer = await world.judge(fixed, matrix(['a'], of({}, { house: 'blue' }, { city: 'york' })));
    expect(verdicts(answer, 'a')).toEqual({ '03-01': 0, '03-02': 1 });
    expect(on(answer, '03-02', 'a').record?.targetCount).toBe(4);
    expect(on(answer, '03-02', 'a house=blue').record?.targetCount).toBe(3);
    expect(verdicts(answer, 'a city=york')).toEqual({ '03-01': 0 });
  });

  it.each([
    ['narrow those of the analyzer', [{ city: 'york' }], {}, ['a city=york']],
    ['may be wildcards', [{ city: '*' }], {}, ['a city=hull', 'a city=york']],
    ['that the analyzer does not mean give nothing', [{ house: 'blue' }], {}, []],
    ['of an inline analyzer that names some narrow those', [{}], { isInline: true }, []],
  ])('of the query %s', async (_, segments, asked, expected) => {
    const answer = await world.judge(fixed, matrix(['a'], of({ city: '*' })), { segments, ...asked });
    expect(answer.subjects).toEqual(expected);
  });

  it('of the query are those of an inline analyzer that names none', async () => {
    const segments = [{ city: 'york' }];
    expect((await world.judge(fixed, matrix(['a']), { segments, isInline: true })).subjects).toEqual(['a city=york']);
    expect((await world.judge(fixed, matrix(['a']), { segments })).subjects).toEqual([]);
  });

  it('of one partition make up the whole where rows were profiled under several, and somebody is told', async () => {
    const made = new World()
      .put('1', profile('2013-03-01', [{ a: 1 }, { a: 1 }], { segmentTags: { city: 'york' } }))
      .put('2', profile('2013-03-01', [{ a: 1 }, { a: 1 }], { segmentTags: { house: 'blue' } }));
    const answer = await made.judge(fixed);
    expect(on(answer, '03-01').record?.targetCount).toBe(2);
    expect(
      await made.plan(
        {
          analyzers: [
            { id: 'analyzer-1', schedule: { type: 'fixed', cadence: 'daily' }, config: fixed, ...matrix(['a']) },
          ],
        },
        'analyzer-1'
      )
    ).toMatchObject({ choices: 1 });
  });
});
