import { on, profile, rows, saidOf, verdicts, World } from './testing/world.ts';

const trailing = (size: number, more: object = {}) => ({ type: 'TrailingWindow', size, ...more });
const stddev = { type: 'stddev', metric: 'mean', factor: 1, minBatchSize: 1, baseline: trailing(3) };

describe('golden 14: stddev on count, trailing window of 7, three baseline batches are enough', () => {
  it.each([
    [3, 0],
    [2, 'InsufficientBaseline'],
    [1, 'InsufficientBaseline'],
    [0, 'InsufficientBaseline'],
  ])('%d baseline batches: %s', async (count, expected) => {
    const days = Array.from({ length: 8 }, (_, i) => (i === 7 || i >= 7 - count ? [1, 2] : null));
    const world = World.ofDays('2013-03-01', days);
    const answer = await world.judge({ type: 'stddev', metric: 'count', baseline: trailing(7) });
    expect(verdicts(answer)['03-08']).toBe(expected);
    expect(on(answer, '03-08').record).toMatchObject({
      baselineCount: count,
      baselineBatchesWithProfileCount: count,
      expectedBaselineCount: 7,
      expectedBaselineSuppressionThreshold: 3,
      targetCount: 2,
      targetBatchesWithProfileCount: 1,
    });
  });
});

describe('golden 65 to 68: windows', () => {
  // Each day has its own number of rows, a power of two: the sum says which days are in it.
  const world = World.ofDays(
    '2013-03-01',
    Array.from({ length: 10 }, (_, i) => Array.from({ length: 2 ** i }, () => 1))
  );
  /** The days, counted from 1, whose rows make up the baseline of 10 March. */
  const daysOf = async (baseline: object, changes: object = {}): Promise<readonly number[]> => {
    const answer = await world.judge({ type: 'diff', metric: 'count', threshold: 1e9, baseline }, changes);
    const { record } = on(answer, '03-10');
    const sum = (record?.threshold_calculatedUpper ?? NaN) - 1e9;
    return Array.from({ length: 10 }, (_, i) => i).flatMap((i) => ((sum >> i) & 1 ? [i + 1] : []));
  };

  it.each([
    ['65: the target is out, the days before it are in, the fourth is out', trailing(3), {}, [7, 8, 9]],
    ['66: with a target of two days the window ends a day sooner', trailing(3), { targetSize: 2 }, [6, 7, 8]],
    [
      '67: a time range begins at its start and ends before its end',
      { type: 'TimeRange', range: { start: '2013-03-02T00:00:00Z', end: '2013-03-04T00:00:00Z' } },
      {},
      [2, 3],
    ],
    ['68: the current batch, 1 before', { type: 'CurrentBatch', offset: 1 }, {}, [9]],
    ['68: 2 before', { type: 'CurrentBatch', offset: 2 }, {}, [8]],
    ['68: itself', { type: 'CurrentBatch', offset: 0 }, {}, [10]],
    [
      'excluded days are left out, and no older ones take their places',
      trailing(3, { exclusionRanges: [{ start: '2013-03-08T00:00:00Z', end: '2013-03-09T00:00:00Z' }] }),
      {},
      [7, 9],
    ],
    [
      // 9 and 10 March 2013 are a Saturday and a Sunday.
      'golden 76: days that an exclusion schedule means are left out',
      trailing(3, { exclusionSchedule: { type: 'cron', cron: '0 0 * * 6,0' } }),
      {},
      [7, 8],
    ],
  ])('%s', async (_, baseline, changes, expected) => {
    expect(await daysOf(baseline, changes)).toEqual(expected);
  });

  it('an excluded day counts as missing', async () => {
    const exclusionRanges = [{ start: '2013-03-07T00:00:00Z', end: '2013-03-10T00:00:00Z' }];
    const baseline = trailing(4, { exclusionRanges });
    const answer = await world.judge({ ...stddev, minBatchSize: 2, baseline });
    const { record, ...judged } = on(answer, '03-10');
    expect(record).toMatchObject({ baselineCount: 1, baselineBatchesWithProfileCount: 1, expectedBaselineCount: 4 });
    expect(saidOf(judged)).toBe(
      '1 of the 4 baseline batches has the metric, and 2 are needed. Remedy: wait until there are more batches, or lower minBatchSize'
    );
  });
});

describe('a reference', () => {
  const reference = { type: 'Reference', profileId: 'january' };
  const diff = { type: 'diff', metric: 'mean', threshold: 2, baseline: reference };

  it('is the same for every target, all its profiles merged', async () => {
    const world = World.ofValues('2013-03-01', [1, 5, 9])
      .put('reference/january/1', profile('2012-01-01', rows('a', [2])))
      .put('reference/january/2', profile('2012-01-05', rows('a', [6])))
      .put('reference/february/1', profile('2012-02-01', rows('a', [1000])));
    const answer = await world.judge(diff);
    expect(verdicts(answer)).toEqual({ '03-01': 1, '03-02': 0, '03-03': 1 });
    expect(on(answer, '03-01').record).toMatchObject({
      threshold_calculatedLower: 2,
      threshold_calculatedUpper: 6,
      expectedBaselineCount: 1,
      baselineCount: 1,
    });
  });

  it('is that of the segment', async () => {
    const york = { segmentTags: { city: 'york' } };
    const world = new World()
      .put('1', profile('2013-03-01', rows('a', [10]), york))
      .put('reference/january/1', profile('2012-01-01', rows('a', [9]), york))
      .put('reference/january/2', profile('2012-01-01', rows('a', [0]), { segmentTags: { city: 'hull' } }));
    const segments = [{ tags: [] }, { tags: [{ key: 'city', value: 'york' }] }];
    const answer = await world.judge(diff, { targetMatrix: { type: 'column', include: ['a'], segments } });
    expect(on(answer, '03-01', 'a').record).toMatchObject({ anomalyCount: 1, threshold_calculatedUpper: 6.5 });
    expect(on(answer, '03-01', 'a city=york').record).toMatchObject({
      anomalyCount: 0,
      threshold_calculatedUpper: 11,
      segment: 'city=york',
    });
  });

  it('that is not there gives no verdict, and its name', async () => {
    const answer = await World.ofValues('2013-03-01', [1]).judge(diff);
    expect(verdicts(answer)).toEqual({ '03-01': 'InsufficientBaseline' });
    expect(saidOf(on(answer, '03-01'))).toBe(
      'the baseline has no value of the metric. Remedy: see that the reference profile "january" is in the store and has this column and segment'
    );
  });

  it('takes no part in time', async () => {
    const world = World.ofValues('2013-03-02', [1]).put('reference/january/1', profile('2013-03-01', rows('a', [2])));
    const fixed = await world.judge({ type: 'fixed', metric: 'mean', upper: 0 });
    expect(verdicts(fixed)).toEqual({ '03-02': 1 });
  });
});

describe('a baseline in which the metric is missing', () => {
  it('counts the batches that have the metric, not those with profiles', async () => {
    const world = World.ofDays('2013-03-01', [['x'], [1], ['y'], [2], [3]]);
    const answer = await world.judge({ ...stddev, minBatchSize: 2, baseline: trailing(4) });
    expect(on(answer, '03-05').record).toMatchObject({
      anomalyCount: 1,
      baselineCount: 2,
      baselineBatchesWithProfileCount: 4,
      // 1 and 2: mean 1.5, deviation 0.7071.
      threshold_calculatedUpper: 1.5 + Math.SQRT1_2,
    });
  });

  it('of no range at all is missing', async () => {
    // Half a day expects no batch, so nothing suppresses the calculation; and there is nothing to merge.
    const baseline = { type: 'TimeRange', range: { start: '2013-03-01T06:00:00Z', end: '2013-03-01T18:00:00Z' } };
    const answer = await World.ofValues('2013-03-01', [1, 2]).judge({
      type: 'drift',
      metric: 'histogram',
      threshold: 0.5,
      baseline,
    });
    expect(on(answer, '03-02').record).toMatchObject({
      failureType: 'RollupBaselineRequired',
      failureExplanation:
        'drift needs a baseline with histogram and none of its batches has it; choose another baseline or metric',
      anomalyCount: 0,
      explanation: null,
      expectedBaselineCount: 0,
    });
  });
});

describe('a target of several days', () => {
  const world = World.ofDays('2013-03-01', [[1], [3], null, [8, 8]]);

  it('is merged', async () => {
    const answer = await world.judge({ type: 'fixed', metric: 'mean', upper: 100 }, { targetSize: 2 });
    const values = answer.found.flatMap(({ record }) => (record === null ? [] : [record.threshold_metricValue]));
    // 1 alone (nothing before it), 1 and 3, then 8 and 8 alone: the day before is missing.
    expect(values).toEqual([1, 2, 8]);
    expect(on(answer, '03-02').record).toMatchObject({ targetCount: 2, targetBatchesWithProfileCount: 2 });
    expect(on(answer, '03-04').record).toMatchObject({ targetCount: 2, targetBatchesWithProfileCount: 1 });
  });

  it('has no result on a day without data, whatever came before', async () => {
    const answer = await world.judge({ type: 'fixed', metric: 'mean', upper: 100 }, { targetSize: 3 });
    expect(Object.keys(verdicts(answer))).toEqual(['03-01', '03-02', '03-04']);
    expect(saidOf(on(answer, '03-03'))).toBe('there is no profile of the target batch');
  });

  it('is looked at one by one by monotonic, missing days left out', async () => {
    const monotonic = { type: 'monotonic', metric: 'mean', direction: 'INCREASING', numBuckets: 2 };
    const answer = await world.judge(monotonic, { targetSize: 4 });
    // 1, 3, 8: two steps up on 4 March.
    expect(verdicts(answer)).toEqual({ '03-01': 0, '03-02': 0, '03-04': 1 });
  });
});
