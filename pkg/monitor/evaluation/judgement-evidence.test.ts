import type { Answer } from './testing/world.ts';
import { KeptJudgements, on, profile, rows, verdicts, World } from './testing/world.ts';

const day = (n: number): string => `2013-03-0${n}`;
const fixed = { type: 'fixed', metric: 'mean', upper: 2.5 };
const trailing = { type: 'TrailingWindow', size: 2 };
const diff = (baseline: object) => ({ type: 'diff', metric: 'mean', mode: 'abs', threshold: 5, baseline });

/** Six days of the values 1 to 6, a reference of the value 2, and a second profile of 4 March for York. */
function sixDays(): World {
  const world = World.ofValues('2013-03-01', [1, 2, 3, 4, 5, 6]);
  world.put('reference/usual/1', profile('2012-01-01', rows('a', [2])));
  return world.put('york', profile(day(4), rows('a', [4]), { segmentTags: { city: 'york' } }));
}

const records = ({ found }: Answer) => found.map(({ subject, record }) => ({ subject, record }));

describe('what is kept of a judgement is not taken after', () => {
  it.each<[string, object, object, string, Uint8Array]>([
    ['the batch became another', fixed, {}, day(3), profile(day(3), rows('a', [9]))],
    ['a profile joined the batch', fixed, {}, 'late', profile(day(3), rows('a', [90]))],
    ['the first batch of two became another', fixed, { targetSize: 2 }, day(2), profile(day(2), rows('a', [90]))],
    ['a batch of the baseline became another', diff(trailing), {}, day(2), profile(day(2), rows('a', [90]))],
    [
      'the reference became another',
      diff({ type: 'Reference', profileId: 'usual' }),
      {},
      'reference/usual/1',
      profile('2012-01-01', rows('a', [90])),
    ],
    [
      'a profile joined the reference',
      diff({ type: 'Reference', profileId: 'usual' }),
      {},
      'reference/usual/2',
      profile('2012-01-01', rows('a', [90])),
    ],
    ['the one profile became another', fixed, { disableTargetRollup: true }, day(3), profile(day(3), rows('a', [9]))],
    [
      'the batch of its segment became another',
      fixed,
      { targetMatrix: { type: 'column', include: ['a'], segments: [{ tags: [{ key: 'city', value: '*' }] }] } },
      'york',
      profile(day(4), rows('a', [9]), { segmentTags: { city: 'york' } }),
    ],
  ])('%s', async (_, config, changes, key, content) => {
    const cache = new KeptJudgements();
    const world = sixDays();
    const before = await world.judge(config, changes, { cache });
    world.put(key, content);
    const after = await world.judge(config, changes, { cache });
    expect(records(after)).toEqual(records(await world.judge(config, changes)));
    expect(records(after)).not.toEqual(records(before));
  });
});

describe('what is kept of a judgement is taken after', () => {
  const weekday = { ...trailing, exclusionSchedule: { type: 'cron', cron: '0 0 4 * *', exclusionRanges: [] } };

  it.each<[string, object, string, Uint8Array]>([
    // Of 5 March the baseline is 3 and 4 March, and 4 March is left out.
    ['an excluded batch became another', diff(weekday), day(4), profile(day(4), rows('a', [90]))],
    ['a batch of no account became another', diff(trailing), day(1), profile(day(1), rows('a', [90]))],
    ['a reference of another name came', fixed, 'reference/x/1', profile('2012-01-01', rows('a', [90]))],
  ])('%s', async (_, config, key, content) => {
    const cache = new KeptJudgements();
    const world = sixDays();
    const asked = { from: day(5), to: day(6), cache };
    const before = await world.judge(config, {}, asked);
    const reads = world.reads.length;
    world.put(key, content);
    expect(records(await world.judge(config, {}, asked))).toEqual(records(before));
    expect(world.reads).toHaveLength(reads);
    expect(reads).toBeGreaterThan(0);
  });

  it('a chain of it was judged to its end', async () => {
    const cache = new KeptJudgements();
    const world = sixDays();
    const config = { ...fixed, nConsecutive: 2 };
    const cold = await world.judge(config, {}, { cache });
    const reads = world.reads.length;
    expect(records(await world.judge(config, {}, { cache }))).toEqual(records(cold));
    expect(world.reads).toHaveLength(reads);
  });

  it('a part of a range was judged: the rest is judged alone', async () => {
    const cache = new KeptJudgements();
    const world = sixDays();
    await world.judge(fixed, {}, { from: day(1), to: day(4), cache });
    expect(world.reads).toHaveLength(3);
    const all = await world.judge(fixed, {}, { from: day(1), to: day(7), cache });
    expect(world.reads).toHaveLength(6);
    expect(verdicts(all)).toEqual({ '03-01': 0, '03-02': 0, '03-03': 1, '03-04': 1, '03-05': 1, '03-06': 1 });
  });

  it('an earlier chain of a range was judged: the later one is judged alone', async () => {
    const cache = new KeptJudgements();
    const values = Array.from({ length: 60 }, (_, i) => i % 5);
    const world = World.ofValues('2013-03-01', values);
    const config = { ...fixed, nConsecutive: 2 };
    const first = await world.judge(config, {}, { from: '2013-03-01', to: '2013-03-20', now: '2013-06-01', cache });
    const reads = world.reads.length;
    const asked = { from: '2013-03-01', to: '2013-04-29', now: '2013-06-01' };
    const all = await world.judge(config, {}, { ...asked, cache });
    expect(world.reads.length).toBeGreaterThan(reads);
    expect(records(all)).toEqual(records(await world.judge(config, {}, asked)));
    expect(records(all).slice(0, 19)).toEqual(records(first));
  });
});

it('a weight decides about a column that was looked at before', async () => {
  const cache = new KeptJudgements();
  const world = sixDays();
  const analyzers = [
    {
      id: 'analyzer-1',
      schedule: { type: 'fixed', cadence: 'daily' },
      targetMatrix: { type: 'column', include: ['group:discrete', 'weight>.5'] },
      config: fixed,
    },
  ];
  const at = (weight: number) =>
    world.evaluate({ analyzers, weightConfig: { defaultWeights: { weights: { a: weight } } } }, 'analyzer-1', {
      cache,
    });
  expect((await at(0.2)).subjects).toEqual([]);
  expect(verdicts(await at(0.9))['03-03']).toBe(1);
  expect((await at(0.2)).subjects).toEqual([]);
});

it('the entity schema decides which columns are outputs, also of batches that were counted before', async () => {
  const cache = new KeptJudgements();
  const world = new World().put('1', profile(day(1), [{ a: 1, b: 1 }])).put('2', profile(day(1), rows('a', [2])));
  const analyzers = [
    {
      id: 'analyzer-1',
      schedule: { type: 'fixed', cadence: 'daily' },
      targetMatrix: { type: 'dataset' },
      config: { type: 'fixed', metric: 'output.count', upper: 9 },
    },
  ];
  const rowsOf = async (output: string) => {
    const schema = (column: string) => ({ classifier: column === output ? 'output' : 'input', dataType: 'integral' });
    const entitySchema = { columns: { a: schema('a'), b: schema('b') } };
    const answer = await world.evaluate({ analyzers, entitySchema }, 'analyzer-1', { cache });
    return on(answer, '03-01', 'dataset').record?.threshold_metricValue;
  };
  expect([await rowsOf('a'), await rowsOf('b'), await rowsOf('a')]).toEqual([2, 1, 2]);
});

it('columns are in order, whichever profile brought them', async () => {
  const world = new World().put('1', profile(day(1), rows('b', [1]))).put('2', profile(day(2), rows('a', [1])));
  const answer = await world.judge(fixed, { targetMatrix: { type: 'column', include: ['*'] } });
  expect([answer.plan.columns, answer.subjects]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

it('bounds of a metric that is a whole number are cut to whole numbers, those of another are not', async () => {
  const world = World.ofDays('2013-03-01', [[2.5, 2.5, 2.5]]);
  const at = async (metric: string) => verdicts(await world.judge({ type: 'fixed', metric, upper: 2.9 }))['03-01'];
  expect([await at('count'), await at('mean')]).toEqual([1, 0]);
});

it('the evaluation can be ended between two targets', async () => {
  let left = 3;
  const checkpoint = (): void => {
    left -= 1;
    if (left < 0) {
      throw new Error('enough');
    }
  };
  await expect(sixDays().judge(fixed, {}, { checkpoint, to: day(6) })).rejects.toThrow('enough');
  left = 3;
  expect(Object.keys(verdicts(await sixDays().judge(fixed, {}, { checkpoint, to: day(4) })))).toHaveLength(3);
});

describe('a cool-down', () => {
  const arriving = (time: string, value: number, arrival: string) =>
    profile(time, rows('a', [value]), { creationTimestampMs: Date.parse(arrival) });
  const changes = { batchCoolDownPeriod: 'PT2H' };
  const skippedAt = async (world: World, config: object, now: string) => {
    const { plan } = await world.judge(config, changes, { from: day(3), to: day(4), now });
    return plan.segments[0]?.skipped.map(({ reason }) => reason);
  };
  const waiting = (arrival: string, until: string) =>
    `a profile of the target or its baseline arrived at ${arrival}; the cool-down period of 2 hours ends at ${until}`;

  it('waits for the newest profile of the reference', async () => {
    const world = new World()
      .put('3', arriving('2013-03-03', 1, '2013-03-04T00:30Z'))
      .put('reference/usual/1', arriving('2012-01-01', 1, '2013-03-05T10:00Z'))
      .put('reference/usual/2', arriving('2012-01-01', 1, '2013-03-05T08:00Z'));
    const config = diff({ type: 'Reference', profileId: 'usual' });
    expect(await skippedAt(world, config, '2013-03-05T11:59Z')).toEqual([
      waiting('2013-03-05T10:00:00Z', '2013-03-05T12:00:00Z'),
    ]);
    expect(await skippedAt(world, config, '2013-03-05T12:00Z')).toEqual([]);
  });

  it('does not wait for a reference that is not there', async () => {
    const world = new World().put('3', arriving('2013-03-03', 1, '2013-03-04T00:30Z'));
    const config = diff({ type: 'Reference', profileId: 'usual' });
    expect(await skippedAt(world, config, '2013-03-04T02:29Z')).toHaveLength(1);
    expect(await skippedAt(world, config, '2013-03-04T02:30Z')).toEqual([]);
  });

  it('does not wait for a batch that is excluded', async () => {
    const excluded = { type: 'cron', cron: '0 0 2 * *', exclusionRanges: [] };
    const world = new World()
      .put('3', arriving('2013-03-03', 1, '2013-03-04T00:30Z'))
      .put('2', arriving('2013-03-02', 1, '2013-03-05T10:00Z'))
      .put('1', arriving('2013-03-01', 1, '2013-03-05T06:00Z'));
    expect(await skippedAt(world, diff(trailing), '2013-03-05T11:00Z')).toEqual([
      waiting('2013-03-05T10:00:00Z', '2013-03-05T12:00:00Z'),
    ]);
    const config = diff({ ...trailing, exclusionSchedule: excluded });
    expect(await skippedAt(world, config, '2013-03-05T07:59Z')).toEqual([
      waiting('2013-03-05T06:00:00Z', '2013-03-05T08:00:00Z'),
    ]);
    expect(await skippedAt(world, config, '2013-03-05T08:00Z')).toEqual([]);
  });

  it('does not begin where no batch says when it arrived', async () => {
    expect(await skippedAt(new World().put('1', profile(day(1), [])), fixed, '2013-03-04T00:00Z')).toEqual([]);
  });
});

it('profiles of one moment are judged in the order of their keys, whatever order the store lists them in', async () => {
  const at = (key: string, value: number) => [key, profile(`${day(1)}T06:00Z`, rows('a', [value]))] as const;
  const profiles = [at('one', 1), at('two', 2), at('three', 3)];
  const values = async (order: readonly number[]) => {
    const world = new World();
    order.forEach((i) => {
      const [key, content] = profiles[i] ?? at('none', NaN);
      world.put(key, content);
    });
    // Without versions of their content the keys alone tell them apart.
    world.version = 'v1';
    const { found } = await world.judge(fixed, { disableTargetRollup: true });
    return found.map(({ record }) => record?.threshold_metricValue);
  };
  expect(await values([0, 1, 2])).toEqual([1, 3, 2]);
  expect(await values([2, 1, 0])).toEqual([1, 3, 2]);
  expect(await values([1, 0, 2])).toEqual([1, 3, 2]);
});

it('the moment of the last upload reads no batch', async () => {
  const content = profile(day(1), rows('a', [1]), { creationTimestampMs: Date.parse('2013-03-31') });
  const world = new World().put('1', content);
  const config = { type: 'fixed', metric: 'secondsSinceLastUpload', upper: 9 };
  const answer = await world.judge(config, { targetMatrix: { type: 'dataset' } }, { isLatest: true });
  // A day of seconds until 1 April, when it is asked.
  expect(on(answer, '03-31', 'dataset').record?.threshold_metricValue).toBe(86_400);
  expect([world.reads, world.factReads]).toEqual([[], 0]);
});
