import { KeptJudgements, on, profile, rows, saidOf, verdicts, World } from './testing/world.ts';

const missing = { type: 'fixed', metric: 'missingDatapoint', upper: 0 };
const ofDataset = { targetMatrix: { type: 'dataset', segments: [] } };
const york = { segmentTags: { city: 'york' } };

describe('missingDatapoint of the dataset', () => {
  const world = World.ofValues('2013-03-03', [1, null, 1]);

  it('golden 32: a missing batch after the first data is an anomaly; before it there is no record', async () => {
    const answer = await world.judge(missing, ofDataset, { to: '2013-03-08' });
    expect(verdicts(answer, 'dataset')).toEqual({ '03-03': 0, '03-04': 1, '03-05': 0, '03-06': 1, '03-07': 1 });
    expect(saidOf(on(answer, '03-02', 'dataset'))).toBe('there were no data yet');
    expect(saidOf(on(answer, '03-04', 'dataset'))).toBe('missingDatapoint is 1, above the upper bound 0');
    expect(on(answer, '03-04', 'dataset').record).toMatchObject({
      threshold_metricValue: 1,
      threshold_absoluteUpper: 0,
      targetCount: null,
      targetBatchesWithProfileCount: 0,
      column: null,
      targetLevel: 'dataset',
    });
  });

  it('golden 33: with an upper bound of 2 it is a record without alert', async () => {
    const answer = await world.judge({ ...missing, upper: 2 }, ofDataset, { to: '2013-03-06' });
    expect(verdicts(answer, 'dataset')).toEqual({ '03-03': 0, '03-04': 0, '03-05': 0 });
  });

  it('of a dataset that was profiled one by one is a question to the batch all the same', async () => {
    const answer = await world.judge(missing, { ...ofDataset, disableTargetRollup: true }, { to: '2013-03-06' });
    expect(verdicts(answer, 'dataset')).toEqual({ '03-03': 0, '03-04': 1, '03-05': 0 });
  });

  it('can be compared', async () => {
    const config = { type: 'comparison', metric: 'missingDatapoint', expected: { int: 0 } };
    const answer = await world.judge(config, ofDataset, { to: '2013-03-06' });
    expect(verdicts(answer, 'dataset')).toEqual({ '03-03': 0, '03-04': 1, '03-05': 0 });
  });

  it('looks at its own batch, however many form the target', async () => {
    const answer = await world.judge(missing, { ...ofDataset, targetSize: 3 }, { to: '2013-03-06' });
    expect(verdicts(answer, 'dataset')).toEqual({ '03-03': 0, '03-04': 1, '03-05': 0 });
  });
});

describe('missingDatapoint of columns and segments', () => {
  const world = new World()
    .put('1', profile('2013-03-01', [{ a: 1, b: 1 }], york))
    .put('2', profile('2013-03-02', [{ b: 1 }], york))
    .put('3', profile('2013-03-03', [{ b: 1, c: 1 }], { segmentTags: { city: 'hull' } }));
  const segments = [{ tags: [] }, { tags: [{ key: 'city', value: '*' }] }];
  const everywhere = { targetMatrix: { type: 'column', include: ['*'], segments } };

  it('counts from the first data of each column in each segment', async () => {
    const answer = await world.judge(missing, everywhere, { to: '2013-03-05' });
    expect(Object.fromEntries(answer.subjects.map((subject) => [subject, verdicts(answer, subject)]))).toEqual({
      a: { '03-01': 0, '03-02': 1, '03-03': 1, '03-04': 1 },
      b: { '03-01': 0, '03-02': 0, '03-03': 0, '03-04': 1 },
      c: { '03-03': 0, '03-04': 1 },
      'a city=york': { '03-01': 0, '03-02': 1, '03-03': 1, '03-04': 1 },
      'b city=york': { '03-01': 0, '03-02': 0, '03-03': 1, '03-04': 1 },
      'c city=york': {},
      'a city=hull': {},
      'b city=hull': { '03-03': 0, '03-04': 1 },
      'c city=hull': { '03-03': 0, '03-04': 1 },
    });
  });

  it.each(['03-01', '03-02', '03-03', '03-04'])('says the same when asked for %s alone', async (day) => {
    const all = await world.judge(missing, everywhere, { to: '2013-03-05' });
    const next = new Date(Date.parse(`2013-${day}`) + 86_400_000).toISOString();
    const alone = await world.judge(missing, everywhere, { from: `2013-${day}`, to: next });
    for (const subject of all.subjects) {
      expect([subject, verdicts(alone, subject)[day]]).toEqual([subject, verdicts(all, subject)[day]]);
    }
  });

  it('of the latest batch is of the newest completed one, with data or without', async () => {
    const latest = await world.judge(missing, everywhere, { isLatest: true, now: '2013-03-20T12:00Z' });
    expect(verdicts(latest, 'a')).toEqual({ '03-19': 1 });
    expect(latest.subjects).toHaveLength(9);
  });
});

describe('secondsSinceLastUpload', () => {
  const config = { type: 'fixed', metric: 'secondsSinceLastUpload', upper: 3600 };
  const arrived = (time: string) => ({ creationTimestampMs: Date.parse(time) });
  const world = new World()
    .put('1', profile('2013-03-01', rows('a', [1]), { ...york, ...arrived('2013-03-02T08:00:00Z') }))
    .put('2', profile('2013-03-02', rows('a', [1]), arrived('2013-03-02T06:00:00Z')));

  it.each([
    ['2013-03-02T09:00:00.999Z', 3600, 0],
    ['2013-03-02T09:00:01Z', 3601, 1],
    // Asked for a moment before the upload.
    ['2013-03-02T07:59:59.500Z', -1, 0],
  ])('at %s: %d seconds since the newest arrival, whatever its batch', async (now, seconds, verdict) => {
    const answer = await world.judge(config, ofDataset, { isLatest: true, now });
    expect(verdicts(answer, 'dataset')).toEqual({ '03-01': verdict });
    expect(on(answer, '03-01', 'dataset').record?.threshold_metricValue).toBe(seconds);
  });

  it('is of the segment', async () => {
    const segments = [{ tags: [{ key: 'city', value: 'york' }] }, { tags: [{ key: 'city', value: 'hull' }] }];
    const answer = await world.judge(config, { targetMatrix: { type: 'dataset', segments } }, { isLatest: true });
    const ofYork = on(answer, '03-31', 'dataset city=york');
    expect(ofYork.record?.threshold_metricValue).toBe(
      (Date.parse('2013-04-01') - Date.parse('2013-03-02T08:00Z')) / 1000
    );
    expect(saidOf(on(answer, '03-31', 'dataset city=hull'))).toBe('no profile says when it was uploaded');
  });

  it('is asked of the newest batch of a range alone, and not kept', async () => {
    const cache = new KeptJudgements();
    const answer = await world.judge(config, ofDataset, { now: '2013-03-05T12:00Z', cache });
    expect(Object.keys(verdicts(answer, 'dataset'))).toEqual(['03-05']);
    expect(cache.entries.size).toBe(0);
  });

  it('says nothing of a range that ends before the newest batch, however long it is', async () => {
    for (const to of ['2013-03-03', '2013-03-05']) {
      const answer = await world.judge(config, ofDataset, { now: '2013-03-05T12:00Z', to });
      expect(verdicts(answer, 'dataset')).toEqual({});
    }
  });
});
