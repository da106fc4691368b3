import { labelLookback } from './plan-segment.ts';
import { latestSearch, latestTargets } from './target-starts.ts';
import { profile, rows, verdicts, World } from './testing/world.ts';

const fixed = { type: 'fixed', metric: 'mean', upper: 2.5 };
const latest = (now: string) => ({ isLatest: true, now });

it('has limits', () => {
  expect({ labelLookback, latestSearch, latestTargets }).toEqual({
    labelLookback: 30,
    latestSearch: 800,
    latestTargets: 2,
  });
});

describe('the latest batch', () => {
  const world = World.ofValues('2013-03-01', [1, 2, 3, null, null, 1]);

  it.each([
    ['is the newest that is complete', '2013-03-04T00:00Z', { '03-03': 1 }],
    ['a moment before its end it is the one before', '2013-03-03T23:59:59.999Z', { '03-02': 0 }],
    ['without data it is the one before', '2013-03-05T12:00Z', { '03-03': 1 }],
    ['older than two batches there is none', '2013-03-06T12:00Z', {}],
    ['the range is of no account', '2013-03-07T00:00Z', { '03-06': 0 }],
  ])('%s', async (_, now, expected) => {
    const answer = await world.judge(fixed, {}, latest(now));
    expect(verdicts(answer)).toEqual(expected);
    expect(answer.subjects).toEqual(['a']);
  });

  it('keeps its label set for a month of batches', async () => {
    expect((await world.judge(fixed, {}, latest('2013-04-05T23:00Z'))).subjects).toEqual(['a']);
    const star = { targetMatrix: { type: 'column', include: ['*'] } };
    expect((await world.judge(fixed, star, latest('2013-04-05T23:00Z'))).subjects).toEqual(['a']);
    expect((await world.judge(fixed, star, latest('2013-04-06T00:00Z'))).subjects).toEqual([]);
    // A column that is named stays as long as the store has it.
    expect((await world.judge(fixed, {}, latest('2013-04-06T00:00Z'))).subjects).toEqual(['a']);
  });

  it('of a weekly schedule is the last Monday with data', async () => {
    const schedule = { type: 'fixed', cadence: 'weekly' };
    const made = World.ofValues(
      '2013-03-01',
      Array.from({ length: 12 }, (_, i) => i)
    );
    // 4 and 11 March are Mondays.
    expect(verdicts(await made.judge(fixed, { schedule }, latest('2013-03-11T12:00Z')))).toEqual({ '03-04': 1 });
    expect(verdicts(await made.judge(fixed, { schedule }, latest('2013-03-12T00:00Z')))).toEqual({ '03-11': 1 });
    expect(verdicts(await made.judge(fixed, { schedule }, latest('2013-03-24T00:00Z')))).toEqual({ '03-11': 1 });
    expect(verdicts(await made.judge(fixed, { schedule }, latest('2013-03-26T00:00Z')))).toEqual({});
  });

  it('of one day a year is found', async () => {
    const schedule = { type: 'cron', cron: '0 0 1 3 *' };
    expect(verdicts(await world.judge(fixed, { schedule }, latest('2014-02-28')))).toEqual({ '03-01': 0 });
  });

  it('of no schedule is none', async () => {
    const answer = await world.judge(fixed, { schedule: undefined }, latest('2013-03-04'));
    expect(answer.plan.segments[0]?.candidates).toEqual([]);
    expect(verdicts(answer)).toEqual({});
  });

  it('names what it looked at, which may be unreadable', async () => {
    const { plan } = await world.judge(fixed, {}, latest('2013-03-06T12:00Z'));
    expect(plan.segments[0]?.candidates).toEqual([Date.parse('2013-03-04'), Date.parse('2013-03-05')]);
    expect((await world.judge(fixed)).plan.segments[0]?.candidates).toEqual([]);
  });
});

describe('readiness', () => {
  const world = World.ofValues('2013-03-01', [1, 2]);
  const day = 'P1D';

  it.each([
    ['without a duration: the end of the batch', {}, {}, '2013-03-03T00:00Z', { '03-02': 0 }],
    ['guide: a day from the start is the end', { dataReadinessDuration: day }, {}, '2013-03-03T00:00Z', { '03-02': 0 }],
    ['guide: more than the batch', { dataReadinessDuration: 'P1DT6H' }, {}, '2013-03-03T05:59Z', { '03-01': 0 }],
    ['guide: on the minute', { dataReadinessDuration: 'P1DT6H' }, {}, '2013-03-03T06:00Z', { '03-02': 0 }],
    [
      'scheduler: a day from the end, not yet',
      { dataReadinessDuration: day },
      { readinessClock: 'scheduler' },
      '2013-03-03T23:59Z',
      { '03-01': 0 },
    ],
    [
      'scheduler: a day from the end',
      { dataReadinessDuration: day },
      { readinessClock: 'scheduler' },
      '2013-03-04T00:00Z',
      { '03-02': 0 },
    ],
  ] as const)('%s', async (_, changes, asked, now, expected) => {
    expect(verdicts(await world.judge(fixed, changes, { ...asked, ...latest(now) }))).toEqual(expected);
  });

  it('golden 73: in a range a batch that is not ready is told with its time', async () => {
    const answer = await world.judge(fixed, { dataReadinessDuration: day }, { now: '2013-03-02T12:00Z' });
    expect(verdicts(answer)).toEqual({ '03-01': 0 });
    expect(answer.plan.segments[0]?.skipped).toEqual([
      {
        startMs: Date.parse('2013-03-02'),
        reason: 'the batch of 2013-03-02T00:00:00Z is ready at 2013-03-03T00:00:00Z',
      },
    ]);
  });

  it('batches that have not begun are no targets', async () => {
    const { plan } = await world.judge(fixed, {}, { now: '2013-03-02T00:00Z' });
    expect(plan.segments[0]?.skipped).toEqual([]);
    expect(plan.segments[0]?.chains[0]).toHaveLength(1);
  });
});

describe('on hours', () => {
  const hours = (first: string, count: number) =>
    Array.from({ length: count }, (_, i) => new Date(Date.parse(first) + i * 3_600_000).toISOString());
  const world = hours('2023-11-30T00:00:00Z', 48).reduce(
    (made, hour) => made.put(hour, profile(hour, rows('a', [9]))),
    new World()
  );
  const judgedAt = async (schedule: object, now: string) => {
    const { found } = await world.judge(fixed, { schedule }, { ...latest(now), granularity: 'hourly' });
    return found.flatMap(({ record }) => (record === null ? [] : new Date(record.datasetTimestamp).toISOString()));
  };

  it.each([
    ['its first hour is not over', '2023-12-01T00:59:59Z', '2023-11-30T00:00:00.000Z'],
    ['its first hour is over', '2023-12-01T01:00:00Z', '2023-12-01T00:00:00.000Z'],
    ['for the rest of the day', '2023-12-01T19:00:21Z', '2023-12-01T00:00:00.000Z'],
  ])('golden 71: a daily analyzer looks at midnight: %s', async (_, now, expected) => {
    expect(await judgedAt({ type: 'fixed', cadence: 'daily' }, now)).toEqual([expected]);
  });

  it.each([
    ['2023-12-01T19:00:21Z', '2023-12-01T18:00:00.000Z'],
    ['2023-12-01T20:59:59Z', '2023-12-01T19:00:00.000Z'],
    ['2023-12-01T21:00:00Z', '2023-12-01T20:00:00.000Z'],
  ])('golden 72: of a cron expression for each hour, at %s, it is %s', async (now, expected) => {
    expect(await judgedAt({ type: 'cron', cron: '0 * * * *' }, now)).toEqual([expected]);
  });
});

describe('partial batches', () => {
  const world = World.ofValues('2013-03-01', [1, 9]);
  const evaluate = (now: string, changes: object = {}, isLatest = true) =>
    world.evaluate(
      {
        allowPartialTargetBatches: true,
        analyzers: [
          {
            id: 'analyzer-1',
            schedule: { type: 'fixed', cadence: 'daily' },
            targetMatrix: { type: 'column', include: ['a'] },
            config: fixed,
            ...changes,
          },
        ],
      },
      'analyzer-1',
      { isLatest, now }
    );

  it('are judged as soon as there are data, provisionally', async () => {
    const answer = await evaluate('2013-03-02T00:01Z');
    expect(verdicts(answer)).toEqual({ '03-02': 1 });
    expect(answer.found.map(({ record }) => record?.verdictState)).toEqual(['provisional']);
    expect(verdicts(await evaluate('2013-03-03T00:01Z'))).toEqual({ '03-02': 1 });
  });

  it('wait for the readiness duration from their start', async () => {
    const changes = { dataReadinessDuration: 'PT6H' };
    expect(verdicts(await evaluate('2013-03-02T05:59Z', changes))).toEqual({ '03-01': 0 });
    expect(verdicts(await evaluate('2013-03-02T06:00Z', changes))).toEqual({ '03-02': 1 });
  });

  it('in a range are the last row', async () => {
    expect(verdicts(await evaluate('2013-03-02T06:00Z', {}, false))).toEqual({ '03-01': 0, '03-02': 1 });
  });
});

describe('the gates of age and cool-down', () => {
  const hour = 3_600_000;
  const arriving = (day: string, value: number, afterHours: number) =>
    profile(day, rows('a', [value]), { creationTimestampMs: Date.parse(day) + 24 * hour + afterHours * hour });

  it('golden 75: with two weeks of grace and five days of readiness nine results', async () => {
    const world = World.ofValues(
      '2021-08-20',
      Array.from({ length: 40 }, () => 1)
    );
    const changes = { backfillGracePeriodDuration: 'P14D', dataReadinessDuration: 'P5D' };
    const asked = { from: '2021-08-01', to: '2021-10-01', now: '2021-09-22T19:00Z' };
    const answer = await world.judge(fixed, changes, { ...asked, backfillGrace: true });
    const days = Object.keys(verdicts(answer));
    expect([days.length, days[0], days.at(-1)]).toEqual([9, '09-09', '09-17']);
    // Who asks for a range asks for its backfill.
    expect(Object.keys(verdicts(await world.judge(fixed, changes, asked)))[0]).toBe('08-20');
  });

  it('golden 74: without a grace period 30 days of days', async () => {
    const world = World.ofValues(
      '2013-03-01',
      Array.from({ length: 40 }, () => 1)
    );
    const asked = { from: '2013-03-01', to: '2013-04-10', now: '2013-04-09T00:00Z', backfillGrace: true };
    const answer = await world.judge(fixed, {}, asked);
    expect(Object.keys(verdicts(answer))[0]).toBe('03-10');
    expect(answer.plan.segments[0]?.skipped[0]?.reason).toBe(
      'the batch of 2013-03-01T00:00:00Z is older than the grace period of 30 days. Remedy: raise backfillGracePeriodDuration'
    );
  });

  it('golden 73: nothing runs while a batch of the target cools down, nor of the baseline', async () => {
    const world = new World()
      .put('1', arriving('2013-03-01', 1, 1))
      .put('2', arriving('2013-03-02', 2, 1))
      .put('3', arriving('2013-03-03', 3, 1));
    const baseline = { type: 'TrailingWindow', size: 1 };
    const diff = { type: 'diff', metric: 'mean', threshold: 0.5, baseline };
    const changes = { batchCoolDownPeriod: 'PT2H' };
    // 3 March arrived at 01:00 on 4 March.
    const at = (now: string) => world.judge(diff, changes, { now, from: '2013-03-02', to: '2013-03-04' });
    expect(verdicts(await at('2013-03-04T02:59Z'))).toEqual({ '03-02': 1 });
    expect(verdicts(await at('2013-03-04T03:00Z'))).toEqual({ '03-02': 1, '03-03': 1 });
    expect((await at('2013-03-04T02:59Z')).plan.segments[0]?.skipped[0]?.reason).toBe(
      'a profile of the target or its baseline arrived at 2013-03-04T01:00:00Z; the cool-down period of 2 hours ends at 2013-03-04T03:00:00Z'
    );
  });

  it('the latest is the newest whose gates are open; where none is, nothing and the reason', async () => {
    const world = new World().put('1', arriving('2013-03-01', 1, 1)).put('2', arriving('2013-03-02', 5, 1));
    const changes = { batchCoolDownPeriod: 'PT2H' };
    expect(verdicts(await world.judge(fixed, changes, latest('2013-03-03T02:00Z')))).toEqual({ '03-01': 0 });
    expect(verdicts(await world.judge(fixed, changes, latest('2013-03-03T03:00Z')))).toEqual({ '03-02': 1 });
    const long = { batchCoolDownPeriod: 'P3D' };
    const closed = await world.judge(fixed, long, latest('2013-03-03T03:00Z'));
    expect(verdicts(closed)).toEqual({});
    expect(closed.plan.segments[0]?.skipped.map(({ startMs }) => startMs)).toEqual([Date.parse('2013-03-02')]);
  });

  it.each([
    ['final', 0, '2013-03-05'],
    ['final', 24, '2013-03-05'],
    ['changed', 25, '2013-03-05'],
  ])('a verdict is %s when the data came %d hours after the end', async (state, afterHours, now) => {
    const world = new World().put('1', arriving('2013-03-01', 1, afterHours));
    const answer = await world.judge(fixed, { dataReadinessDuration: 'P2D' }, { now });
    expect(answer.found[0]?.record?.verdictState).toBe(state);
    // A result could be known when the batch was ready and its last profile was there.
    expect(answer.found[0]?.target.knownMs).toBe(Date.parse('2013-03-03') + (afterHours === 25 ? hour : 0));
  });
});

describe('schedules mean the batch, not the clock', () => {
  const world = World.ofValues(
    '2013-03-01',
    Array.from({ length: 10 }, () => 1)
  );
  it.each([
    ['weekly: the Monday alone', { type: 'fixed', cadence: 'weekly' }, ['03-04']],
    ['monthly: the first alone', { type: 'fixed', cadence: 'monthly' }, ['03-01']],
    ['Saturdays and Sundays', { type: 'cron', cron: '0 0 * * 6,0' }, ['03-02', '03-03', '03-09', '03-10']],
    [
      'exclusion ranges',
      {
        type: 'fixed',
        cadence: 'daily',
        exclusionRanges: [{ start: '2013-03-02T00:00:00Z', end: '2013-03-10T00:00:00Z' }],
      },
      ['03-01', '03-10'],
    ],
    ['an hour that no day begins with', { type: 'cron', cron: '0 7 * * *' }, []],
  ])('%s', async (_, schedule, days) => {
    expect(Object.keys(verdicts(await world.judge(fixed, { schedule })))).toEqual(days);
  });
});

describe('other granularities', () => {
  const world = new World()
    .put('1', profile('2013-03-04T10:00Z', rows('a', [1])))
    .put('2', profile('2013-03-05T10:30Z', rows('a', [5])))
    .put('3', profile('2013-03-11T10:00Z', rows('a', [2])));

  it.each([
    ['hourly', ['03-04 10', '03-05 10', '03-11 10'], [1, 5, 2]],
    ['weekly', ['03-04 00', '03-11 00'], [3, 2]],
    ['monthly', ['03-01 00'], [8 / 3]],
  ] as const)('%s', async (granularity, starts, values) => {
    const schedule = { type: 'cron', cron: '0 * * * *' };
    const asked = { granularity, from: '2013-03-01', to: '2013-03-12', now: '2013-05-01' };
    const answer = await world.judge(fixed, { schedule }, asked);
    const made = answer.found.flatMap(({ record }) => record ?? []);
    expect(
      made.map((record) => new Date(record.datasetTimestamp).toISOString().slice(5, 13).replace('T', ' '))
    ).toEqual(starts);
    expect(made.map((record) => record.threshold_metricValue)).toEqual(values);
    expect(made[0]?.granularity).toBe(granularity);
  });
});

describe('profiles one by one', () => {
  const world = new World()
    .put('late', profile('2013-03-01T18:00Z', rows('a', [9])))
    .put('early', profile('2013-03-01T06:00Z', rows('a', [1])))
    .put('next', profile('2013-03-02T01:00Z', rows('a', [2])));
  const changes = { disableTargetRollup: true };

  it('have their own times and values, in time order', async () => {
    const answer = await world.judge(fixed, changes);
    expect(
      answer.found.map(({ record }) => [
        new Date(record?.datasetTimestamp ?? 0).toISOString().slice(5, 16),
        record?.threshold_metricValue,
        record?.anomalyCount,
        record?.disableTargetRollup,
      ])
    ).toEqual([
      ['03-01T06:00', 1, 0, true],
      ['03-01T18:00', 9, 1, true],
      ['03-02T01:00', 2, 0, true],
    ]);
    expect(new Set(answer.found.map(({ record }) => record?.analysisId)).size).toBe(3);
  });

  it('are in a chain each after those before it', async () => {
    const config = { ...fixed, upper: 0.5, nConsecutive: 3 };
    const answer = await world.judge(config, changes, { from: '2013-03-02' });
    expect(verdicts(answer)).toEqual({ '03-02': 1 });
  });

  it('are ready each for itself', async () => {
    const asked = { now: '2013-03-02T20:00Z' };
    const answer = await world.judge(
      { ...fixed, nConsecutive: 2 },
      { ...changes, dataReadinessDuration: 'P1DT8H' },
      asked
    );
    expect(answer.found.map(({ record }) => record?.threshold_metricValue)).toEqual([1]);
    expect(answer.plan.segments[0]?.skipped).toHaveLength(2);
  });
});
