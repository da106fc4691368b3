import { damaged, KeptJudgements, on, profile, rows, saidOf, verdicts, World } from './testing/world.ts';

const day = (n: number): string => `2013-03-0${n}`;

/** Days of the columns `a` and `b`, of which `b` of one day cannot be read. */
function world(broken: number, count = 6): World {
  const made = new World();
  // Where versions say nothing of the bytes, only what was kept does.
  made.version = 'v1';
  for (let n = 1; n <= count; n += 1) {
    const content = profile(day(n), [{ a: n, b: n }]);
    made.put(day(n), n === broken ? damaged(content) : content);
  }
  return made;
}

const columns = { targetMatrix: { type: 'column', include: ['a', 'b'] } };
const fixed = { type: 'fixed', metric: 'mean', upper: 2.5 };

describe('a profile that cannot be read', () => {
  it('gives its columns a failure with its name, and the others a verdict', async () => {
    const answer = await world(3).judge(fixed, columns, { to: day(5) });
    expect(verdicts(answer, 'b')).toEqual({ '03-01': 0, '03-02': 0, '03-03': 'MetricException', '03-04': 1 });
    expect(verdicts(answer, 'a')).toEqual({ '03-01': 0, '03-02': 0, '03-03': 1, '03-04': 1 });
    expect(saidOf(on(answer, '03-03', 'b'))).toMatch(
      /^a profile that this result needs cannot be read: .*d\/2013-03-03\.bin/
    );
    expect(on(answer, '03-03', 'b').record).toMatchObject({ failureType: 'MetricException', anomalyCount: 0 });
  });

  it('in a baseline leaves no verdict to any target that it belongs to', async () => {
    const baseline = { type: 'TrailingWindow', size: 2 };
    const diff = { type: 'diff', metric: 'mean', threshold: 100, baseline };
    const answer = await world(3).judge(diff, columns, { to: day(7) });
    expect(verdicts(answer, 'b')).toEqual({
      '03-01': 'InsufficientBaseline',
      '03-02': 0,
      '03-03': 'MetricException',
      '03-04': 'MetricException',
      '03-05': 'MetricException',
      '03-06': 0,
    });
  });

  it('says nothing of a target without data', async () => {
    const made = world(3).put('x', profile('2013-03-04', rows('a', [1])));
    made.files.delete('d/2013-03-04.bin');
    const baseline = { type: 'TrailingWindow', size: 2 };
    const answer = await made.judge({ type: 'diff', metric: 'mean', threshold: 100, baseline }, columns);
    expect(saidOf(on(answer, '03-04', 'b'))).toBe('there is no profile of the target batch');
  });

  it('is not missing', async () => {
    const answer = await world(3).judge({ type: 'fixed', metric: 'missingDatapoint', upper: 0 }, columns);
    expect(verdicts(answer, 'b')['03-03']).toBe('MetricException');
    expect(verdicts(answer, 'b')['03-02']).toBe(0);
  });

  it('leaves a threshold of consecutive breaches open as long as it is among those needed', async () => {
    const answer = await world(3).judge({ ...fixed, upper: 0, nConsecutive: 2 }, columns, { to: day(7) });
    expect(verdicts(answer, 'b')).toEqual({
      '03-01': 0,
      '03-02': 1,
      '03-03': 'MetricException',
      '03-04': 'MetricException',
      '03-05': 'MetricException',
      '03-06': 'MetricException',
    });
    expect(saidOf(on(answer, '03-06', 'b'))).toBe(saidOf(on(answer, '03-03', 'b')));
  });
});

describe('what is kept of judgements', () => {
  it('is none of a batch that could not be read: it may be read a moment later', async () => {
    const cache = new KeptJudgements();
    await world(3).judge(fixed, columns, { to: day(5), cache });
    expect(cache.entries.size).toBe(7);
    const made = world(0);
    expect(verdicts(await made.judge(fixed, columns, { to: day(5), cache }), 'b')['03-03']).toBe(1);
    expect(cache.entries.size).toBe(8);
  });

  it('is read once', async () => {
    const cache = new KeptJudgements();
    const made = world(0);
    const cold = await made.judge(fixed, columns, { cache });
    const reads = made.reads.length;
    expect(reads).toBeGreaterThan(0);
    const warm = await made.judge(fixed, columns, { cache });
    expect(made.reads).toHaveLength(reads);
    expect(warm.found.map(({ record }) => record)).toEqual(cold.found.map(({ record }) => record));
  });

  it('is in a chain none of what follows it', async () => {
    const cache = new KeptJudgements();
    const config = { ...fixed, nConsecutive: 2 };
    await world(3).judge(config, columns, { cache });
    // All ten days of `a`, and the first two of `b`.
    expect(cache.entries.size).toBe(12);
  });

  it('has no cells, and is not taken where cells are wanted', async () => {
    const cache = new KeptJudgements();
    const drift = {
      type: 'drift',
      metric: 'histogram',
      threshold: 0.5,
      baseline: { type: 'TrailingWindow', size: 4 },
    };
    const made = World.ofDays('2013-03-01', [
      [1, 2, 3],
      [1, 2, 4],
    ]);
    const plain = await made.judge(drift, {}, { cache });
    const wanted = await made.judge(drift, {}, { cache, wantsCells: true });
    const warm = await made.judge(drift, {}, { cache });
    expect(on(wanted, '03-02').record?.cells).toBeDefined();
    expect(on(warm, '03-02').record?.cells).toBeUndefined();
    expect(on(warm, '03-02').judgement.largestBinShare).toBeCloseTo(1 / 3, 12);
    expect(on(plain, '03-02').record?.drift_metricValue).toBe(on(wanted, '03-02').record?.drift_metricValue);
  });

  it.each([
    ['the threshold', { config: { ...fixed, upper: 0 } }],
    ['the id', { id: 'analyzer-2' }],
    ['the size of the target', { targetSize: 2 }],
  ])('depends on %s', async (_, changes) => {
    const cache = new KeptJudgements();
    const analyzers = [{ id: 'analyzer-1', schedule: { type: 'fixed', cadence: 'daily' }, config: fixed, ...columns }];
    const other = { id: 'analyzer-1', ...analyzers[0], ...changes };
    const made = world(0);
    await made.evaluate({ analyzers }, 'analyzer-1', { cache });
    const kept = cache.entries.size;
    await made.evaluate({ analyzers: [other] }, other.id, { cache });
    expect(cache.entries.size).toBe(2 * kept);
  });

  it('depends on whether data were there before', async () => {
    const cache = new KeptJudgements();
    const missing = { type: 'fixed', metric: 'missingDatapoint', upper: 0 };
    const made = world(0, 1);
    expect(verdicts(await made.judge(missing, {}, { to: day(3), cache }))).toEqual({ '03-01': 0, '03-02': 1 });
    made.files.clear();
    made.put('later', profile(day(5), rows('a', [1])));
    expect(verdicts(await made.judge(missing, {}, { to: day(3), cache }))).toEqual({});
  });

  it('depends in a chain on the schedule that says what came before', async () => {
    const cache = new KeptJudgements();
    const config = { ...fixed, upper: 3.5, nConsecutive: 2 };
    const made = world(0);
    // 5 March breaches, and so does the day before it; on a schedule of odd days the one before is 3 March.
    const daily = await made.judge(config, {}, { cache });
    const schedule = { type: 'cron', cron: '0 0 1,3,5 * *' };
    const odd = await made.judge(config, { schedule }, { cache });
    expect([verdicts(daily)['03-05'], verdicts(odd)['03-05']]).toEqual([1, 0]);
  });

  it('depends in a chain on the batches before', async () => {
    const cache = new KeptJudgements();
    const config = { ...fixed, upper: 3.5, nConsecutive: 2 };
    const made = world(0);
    made.version = null;
    expect(verdicts(await made.judge(config, {}, { from: day(5), to: day(6), cache }))).toEqual({ '03-05': 1 });
    made.put(day(4), profile(day(4), [{ a: 0, b: 0 }]));
    expect(verdicts(await made.judge(config, {}, { from: day(5), to: day(6), cache }))).toEqual({ '03-05': 0 });
  });
});
