import { on, verdicts, World } from './testing/world.ts';

const days = (count: number, of: (i: number) => number | null) => Array.from({ length: count }, (_, i) => of(i));

describe('consecutive breaches', () => {
  const config = { type: 'fixed', metric: 'mean', lower: 70, upper: 100, nConsecutive: 3 };
  const world = World.ofValues('2013-03-01', [1, 1, 1, 80, 1, null, 1, 1, 1]);

  it('alert from the third on; a value within begins anew, a gap does not', async () => {
    expect(verdicts(await world.judge(config))).toEqual({
      '03-01': 0,
      '03-02': 0,
      '03-03': 1,
      '03-04': 0,
      '03-05': 0,
      '03-07': 0,
      '03-08': 1,
      '03-09': 1,
    });
  });

  it.each(['03-03', '03-08', '03-09'])('%s is the same asked alone', async (day) => {
    const next = new Date(Date.parse(`2013-${day}`) + 86_400_000).toISOString();
    const all = await world.judge(config);
    const alone = await world.judge(config, {}, { from: `2013-${day}`, to: next });
    expect(alone.found.map(({ record }) => record)).toEqual([on(all, day).record]);
  });

  it('golden 31: 2 in a row by the values, whatever the verdicts were', async () => {
    const priors = World.ofValues('2013-03-01', [0, 1, 70005, 1]);
    const answer = await priors.judge({ ...config, lower: 70000, upper: 100000, nConsecutive: 2 });
    expect(verdicts(answer)).toEqual({ '03-01': 0, '03-02': 1, '03-03': 0, '03-04': 0 });
  });

  it('begin at a fixed place: at least 90 buckets before', async () => {
    const { plan } = await world.judge(config, {}, { from: '2013-03-05', to: '2013-03-06' });
    const [chain] = plan.segments[0]?.chains ?? [];
    // 2013-03-05 is day 15769 since the epoch: 175 times 90 and 19 days, less 90.
    expect(new Date(chain?.[0]?.startMs ?? 0).toISOString()).toBe('2012-11-16T00:00:00.000Z');
    expect(chain?.filter(({ isRequested }) => isRequested)).toHaveLength(1);
    expect(chain).toHaveLength(110);
  });
});

describe('filters of stddev', () => {
  const baseline = { type: 'TrailingWindow', size: 4 };
  const base = { type: 'stddev', metric: 'mean', factor: 2, minBatchSize: 2, baseline };
  // 2013-02-25 is day 15761, 3940 times 4 and 1: its chain begins on 2013-02-20.
  const values = [10, 12, 10, 12, 100, 11, 100];
  const world = World.ofValues('2013-02-21', values);

  it('without them an anomaly widens the bounds of the days after it', async () => {
    const answer = await world.judge(base, {}, { from: '2013-02-21', to: '2013-02-28' });
    expect(verdicts(answer)).toMatchObject({ '02-25': 1, '02-26': 0, '02-27': 0 });
  });

  it('enableAlertsFilter leaves days that alerted out of the baseline', async () => {
    const config = { ...base, params: { enableAlertsFilter: 'true' } };
    const answer = await world.judge(config, {}, { from: '2013-02-21', to: '2013-02-28' });
    expect(verdicts(answer)).toMatchObject({ '02-25': 1, '02-26': 0, '02-27': 1 });
    // 10, 12, 11 of the four days before 27 February: mean 11, deviation 1.
    expect(on(answer, '02-27').record).toMatchObject({
      threshold_minBatchSize: 3,
      threshold_calculatedLower: 9,
      threshold_calculatedUpper: 13,
    });
  });

  it.each([
    ['enableAlertsFilter', '02-27'],
    ['enableAnomalyReplacement', '02-27'],
  ])('with %s a result is the same asked alone', async (param, day) => {
    const config = { ...base, params: { [param]: 'true' } };
    const all = await world.judge(config, {}, { from: '2013-02-21', to: '2013-02-28' });
    const alone = await world.judge(config, {}, { from: `2013-${day}`, to: '2013-02-28' });
    expect(alone.found.map(({ record }) => record)).toEqual([on(all, day).record]);
  });

  it('enableAnomalyReplacement puts the replacement of a prior into the baseline', async () => {
    const config = { ...base, params: { enableAnomalyReplacement: 'true' } };
    const answer = await world.judge(config, {}, { from: '2013-02-21', to: '2013-02-28' });
    const first = on(answer, '02-25').record;
    expect(first).toMatchObject({ seasonal_shouldReplace: true, seasonal_lambdaKeep: 0.5 });
    const replaced = [12, 10, 12, first?.seasonal_replacement ?? NaN];
    const centre = replaced.reduce((sum, value) => sum + value) / 4;
    const deviation = Math.sqrt(replaced.reduce((sum, value) => sum + (value - centre) ** 2, 0) / 3);
    expect(on(answer, '02-26').record?.threshold_calculatedUpper).toBeCloseTo(centre + 2 * deviation, 9);
  });
});

describe('seasonal', () => {
  const config = {
    type: 'seasonal',
    metric: 'mean',
    baseline: { type: 'TrailingWindow', size: 35 },
    alpha: 0.001,
    stddevFactor: 3,
    // Without a seasonal part, so that the fit is quick.
    params: { p: '1', d: '0', q: '0', P: '0', D: '0', Q: '0', m: '0' },
  };
  const wave = (i: number): number => 100 + 10 * Math.sin(i) + (i % 3);
  const world = World.ofValues(
    '2013-01-01',
    days(75, (i) => (i === 60 ? 1000 : wave(i)))
  );
  const asked = { from: '2013-03-01', to: '2013-03-08' };

  it('replaces what it found before: an anomaly widens the bounds of the day after it less', async () => {
    const answer = await world.judge(config, {}, asked);
    // Day 60 is 2 March.
    expect(verdicts(answer)).toMatchObject({ '03-01': 0, '03-02': 1 });
    const upper = (day: string) => on(answer, day).record?.threshold_calculatedUpper ?? NaN;
    expect(on(answer, '03-02').record).toMatchObject({ seasonal_shouldReplace: true });
    expect(upper('03-03')).toBeLessThan(1000);
    // On a schedule that does not look at 2 March nobody knows that it is an anomaly.
    const unprimed = await world.judge(config, { schedule: { type: 'cron', cron: '0 0 3 3 *' } }, asked);
    expect(verdicts(unprimed)).toEqual({ '03-03': expect.any(Number) as number });
    expect(upper('03-03')).toBeLessThan(on(unprimed, '03-03').record?.threshold_calculatedUpper ?? NaN);
  });

  it('is the same asked alone', async () => {
    const all = await world.judge(config, {}, asked);
    const alone = await world.judge(config, {}, { from: '2013-03-05', to: '2013-03-06' });
    expect(alone.found.map(({ record }) => record)).toEqual([on(all, '03-05').record]);
  });

  it('with a window of fewer than 30 batches never has a verdict', async () => {
    const answer = await world.judge({ ...config, baseline: { type: 'TrailingWindow', size: 29 } }, {}, asked);
    expect(on(answer, '03-01').record).toMatchObject({
      failureType: 'InsufficientBaseline',
      failureExplanation:
        'the baseline has 29 batches, missing ones counted, and a seasonal forecast needs at least 30; widen the baseline',
    });
  });
});
