import { categoriesFrame, contributionsFrame, histogramFrame } from '../contract/index.ts';
import { ask, type Around, column, profileOf, sessionOf } from './testing/ask.ts';
import { withDamagedLastColumn } from './testing/damage.ts';
import { MemoryStore } from './testing/memory-store.ts';
import type { ReadFrame } from './testing/read-frame.ts';

const ms = (text: string): number => Date.parse(text);
const { sqrt } = Math;

const profile = { kind: 'profile', distribution: 'histogram' };
const window = { type: 'TrailingWindow', size: 2 };
const march3: Around = { from: '2013-03-03', to: '2013-03-04' };

const store = new MemoryStore({
  'd/1.bin': profileOf('2013-03-01', column('a', [0, 0, 30, null])),
  'd/2.bin': profileOf('2013-03-02', column('a', [1])),
  'd/3.bin': profileOf('2013-03-03', column('a', [0, 1, 29.5, 30])),
  'd/reference/r.bin': profileOf('2012-01-01', column('a', [15])),
});

function fieldsOf(frame: ReadFrame | undefined): Record<string, readonly unknown[]> {
  return Object.fromEntries((frame?.fields ?? []).map(({ name, values }) => [name, values]));
}

/** Bins that hold something, by their number. */
function filled(values: readonly unknown[] | undefined): Record<number, unknown> {
  return Object.fromEntries((values ?? []).flatMap((value, i) => (value === 0 ? [] : [[i, value]])));
}

function sum(values: readonly unknown[] | undefined): number {
  return (values ?? []).reduce<number>((total, value) => total + Number(value), 0);
}

function noticesOf(frames: readonly ReadFrame[]): readonly (readonly string[])[] {
  return frames.map(({ meta }) => (meta.notices ?? []).map(({ text }) => text));
}

describe('the histogram of a target and its baseline', () => {
  it('has both on common bins, and on those of the analyzer their shares of the distance', async () => {
    const model = { ...profile, baseline: window, bins: 'analyzer', threshold: 0.2 };
    const [frame, shares, ...others] = await ask(sessionOf(store), model, march3);
    expect(others).toEqual([]);
    expect([frame?.type, frame?.meta.type, frame?.name]).toEqual(['custom', histogramFrame, 'a']);
    expect([shares?.type, shares?.meta.type, shares?.name]).toEqual(['custom', contributionsFrame, 'a']);
    expect(frame?.fields.map(({ name }) => name)).toEqual([
      'xMin',
      'xMax',
      'target',
      'target_share',
      'baseline',
      'baseline_share',
    ]);
    const fields = fieldsOf(frame);
    expect(fields['xMin']).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(fields['xMax']).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(filled(fields['target'])).toEqual({ 0: 1, 1: 1, 29: 2 });
    expect(filled(fields['target_share'])).toEqual({ 0: 0.25, 1: 0.25, 29: 0.5 });
    expect(filled(fields['baseline'])).toEqual({ 0: 2, 1: 1, 29: 1 });
    expect(filled(fields['baseline_share'])).toEqual({ 0: 0.5, 1: 0.25, 29: 0.25 });
    const { xMin, xMax, target_share, baseline_share, contribution } = fieldsOf(shares);
    expect({ xMin, xMax, target_share, baseline_share }).toEqual({
      xMin: fields['xMin'],
      xMax: fields['xMax'],
      target_share: fields['target_share'],
      baseline_share: fields['baseline_share'],
    });
    // (sqrt 1/2 - 1/2)^2 in the first and the last bin.
    expect(filled(contribution)).toEqual({ 0: 0.5, 29: 0.5 });
  });

  it('says all that the contract names, and nothing else', async () => {
    const model = { ...profile, baseline: window, threshold: 0.2, asOf: '2013-03-04T06:00:00Z' };
    const [frame, shares] = await ask(sessionOf(store), model, march3);
    const close = (value: number) => expect.closeTo(value, 12) as number;
    expect(frame?.meta.custom).toEqual({
      datasetId: 'd',
      evaluationTimeMs: ms('2013-03-04T06:00:00Z'),
      profiles: 3,
      newestArrivalMs: expect.any(Number) as number,
      rejected: 0,
      granularity: 'daily',
      listedMs: expect.any(Number) as number,
      column: 'a',
      labels: { dataset: 'd', column: 'a', segment: 'overall', metric: 'profile' },
      shape: 'histogram',
      algorithm: 'hellinger',
      distance: close(sqrt(0.5) - 0.5),
      threshold: 0.2,
      verdict: 'anomaly',
      sentence:
        'The Hellinger distance of 2013-03-03 from the 2 days before is 0.207, above the threshold 0.2: 4 values against 4.',
      target: {
        count: 4,
        count_null: 0,
        count_nan: 0,
        count_inf: 0,
        n: 4,
        min: 0,
        max: 30,
        mean: 15.125,
        // Deviations of 0, 1, 29.5 and 30 from 15.125.
        stddev: close(sqrt((15.125 ** 2 + 14.125 ** 2 + 14.375 ** 2 + 14.875 ** 2) / 3)),
        unique_est: expect.closeTo(4, 6) as number,
        quantiles: [0, 1, 29.5, 30, 30].map((value, i) => ({ rank: [0.05, 0.25, 0.5, 0.75, 0.95][i], value })),
        rankError: 0,
        batches: 1,
        buckets: 1,
        startMs: ms('2013-03-03'),
        endMs: ms('2013-03-04'),
      },
      baseline: {
        count: 5,
        count_null: 1,
        count_nan: 0,
        count_inf: 0,
        n: 4,
        min: 0,
        max: 30,
        mean: 7.75,
        stddev: close(sqrt((2 * 7.75 ** 2 + 6.75 ** 2 + 22.25 ** 2) / 3)),
        unique_est: expect.closeTo(3, 6) as number,
        // floor(rank * 4) of 0, 0, 1, 30.
        quantiles: [0, 0, 1, 30, 30].map((value, i) => ({ rank: [0.05, 0.25, 0.5, 0.75, 0.95][i], value })),
        rankError: 0,
        batches: 2,
        buckets: 2,
        startMs: ms('2013-03-01'),
        endMs: ms('2013-03-03'),
      },
      baselineSpec: window,
      binning: 'equal_width',
    });
    expect(shares?.meta.custom).toEqual(frame?.meta.custom);
  });

  it.each(['hellinger', 'jensenshannon', 'kl_divergence', 'psi'])(
    'has contributions to %s that sum to 1, and its distance, whatever bins are shown',
    async (algorithm) => {
      const metric = { kind: 'metric', metric: algorithm, baseline: window, distribution: 'histogram' };
      const [series] = await ask(sessionOf(store), metric, march3);
      for (const bins of ['auto', 'equal_mass', 'analyzer', 3]) {
        const [frame, shares] = await ask(sessionOf(store), { ...profile, baseline: window, algorithm, bins }, march3);
        expect(sum(fieldsOf(shares)['contribution'])).toBeCloseTo(1, 12);
        expect(series?.fields[1]?.values).toEqual([frame?.meta.custom['distance']]);
      }
    }
  );

  it('from a reference', async () => {
    const baseline = { type: 'Reference', profileId: 'r' };
    const [frame] = await ask(sessionOf(store), { ...profile, baseline, bins: 30 }, march3);
    expect(filled(fieldsOf(frame)['baseline'])).toEqual({ 15: 1 });
    expect(frame?.meta.custom).toMatchObject({
      distance: 1,
      baseline: { batches: 1, buckets: 1, startMs: null, endMs: null },
      sentence: 'The Hellinger distance of 2013-03-03 from the reference "r" is 1: 4 values against 1.',
    });
  });

  it('of a range is that of all its batches', async () => {
    const around = { from: '2013-03-01', to: '2013-03-04' };
    const [frame] = await ask(sessionOf(store), { ...profile, baseline: window, bins: 30 }, around);
    expect(filled(fieldsOf(frame)['target'])).toEqual({ 0: 3, 1: 2, 29: 3 });
    expect(frame?.meta.custom).toMatchObject({
      target: { batches: 3, buckets: 3, startMs: ms('2013-03-01'), endMs: ms('2013-03-04') },
    });
  });

  const anyRange: Around = { from: '1980-01-01', to: '1980-01-02' };
  it.each([
    ['the latest batch', { target: 'latest', asOf: '2013-03-04T06:00:00Z' }],
    ['a day', { target: 'batch', batch: '2013-03-03' }],
    ['the day of a moment', { batch: String(ms('2013-03-03T11:00:00Z')) }],
  ])('of %s is the same whatever the range', async (_, model) => {
    const [frame] = await ask(sessionOf(store), { ...profile, baseline: window, bins: 30, ...model }, anyRange);
    const [ofRange] = await ask(sessionOf(store), { ...profile, baseline: window, bins: 30 }, march3);
    expect(frame?.fields).toEqual(ofRange?.fields);
    expect(frame?.meta.custom).toMatchObject({
      target: { batches: 1, startMs: ms('2013-03-03'), endMs: ms('2013-03-04') },
      baseline: { batches: 2 },
    });
  });

  it('of a batch that had not begun at the evaluation time is not there', async () => {
    const model = { ...profile, batch: '2013-03-03', asOf: '2013-03-02T12:00:00Z' };
    const [frame, ...others] = await ask(sessionOf(store), model, anyRange);
    expect([frame?.type, frame?.meta.type, others]).toEqual(['no-data', 'table', []]);
  });

  it.each([
    ['none is asked for', { ...profile }, 'not-judged', '3 values in 2013-03-01, compared with nothing.'],
    [
      'the window before it is empty',
      { ...profile, baseline: { type: 'TrailingWindow', size: 1 } },
      'no-baseline',
      '3 values in 2013-03-01; the day before has no profile of this column to compare them with.',
    ],
  ])('has the target alone where %s', async (_, model, verdict, sentence) => {
    const [frame, ...others] = await ask(
      sessionOf(store),
      { ...model, bins: 30 },
      { from: '2013-03-01', to: '2013-03-02' }
    );
    expect(others).toEqual([]);
    expect(frame?.fields.map(({ name }) => name)).toEqual(['xMin', 'xMax', 'target', 'target_share']);
    expect(filled(fieldsOf(frame)['target'])).toEqual({ 0: 2, 29: 1 });
    expect(frame?.meta.custom).toMatchObject({ distance: null, baseline: null, verdict, sentence });
  });

  it('has whole numbers of values', async () => {
    // 1 / 49 * 49 is a little less than 1.
    const rows = column(
      'a',
      Array.from({ length: 49 }, (_, i) => (i === 0 ? 0 : 1))
    );
    const odd = new MemoryStore({ 'd/1.bin': profileOf('2013-03-03', rows) });
    const fields = fieldsOf((await ask(sessionOf(odd), { ...profile, bins: 30 }, march3))[0]);
    expect(filled(fields['target'])).toEqual({ 0: 1, 29: 48 });
    expect(fields['target_share']?.[0]).toBe(1 / 49);
  });
});

describe('the categories of a target and its baseline', () => {
  const texts = new MemoryStore({
    'd/1.bin': profileOf('2013-03-01', column('a', ['JFK', 'JFK', 'LGA'])),
    'd/2.bin': profileOf('2013-03-02', column('a', ['LGA', null])),
    'd/3.bin': profileOf('2013-03-03', column('a', ['JFK', 'EWR', 'EWR', 'EWR'])),
  });

  it('are the items of both, in order', async () => {
    const [frame, ...others] = await ask(sessionOf(texts), { kind: 'profile', baseline: window }, march3);
    expect(others).toEqual([]);
    expect([frame?.meta.type, frame?.name]).toEqual([categoriesFrame, 'a']);
    expect(fieldsOf(frame)).toMatchObject({
      category: ['EWR', 'JFK', 'LGA'],
      target: [3, 1, 0],
      target_share: [0.75, 0.25, 0],
      baseline: [0, 2, 2],
      baseline_share: [0, 0.5, 0.5],
    });
    expect(sum(fieldsOf(frame)['contribution'])).toBeCloseTo(1, 14);
    expect(frame?.meta.custom).toMatchObject({
      shape: 'categories',
      verdict: 'not-judged',
      target: { count: 4, n: 4, min: null, mean: null, quantiles: [], rankError: 0 },
      baseline: { count: 5, count_null: 1, n: 4, rankError: 0 },
    });
    expect(frame?.meta.custom).not.toHaveProperty('binning');
  });

  it('of the target alone', async () => {
    const [frame] = await ask(sessionOf(texts), { kind: 'profile' }, march3);
    expect(fieldsOf(frame)).toEqual({ category: ['EWR', 'JFK'], target: [3, 1], target_share: [0.75, 0.25] });
  });

  it('of the baseline alone', async () => {
    const [frame] = await ask(sessionOf(texts), { kind: 'profile', baseline: window, batch: '2013-03-04' }, march3);
    expect(fieldsOf(frame)).toEqual({
      category: ['EWR', 'JFK', 'LGA'],
      target: [null, null, null],
      target_share: [null, null, null],
      baseline: [3, 1, 1],
      baseline_share: [0.6, 0.2, 0.2],
    });
    expect(frame?.meta.custom).toMatchObject({
      verdict: 'no-target',
      target: null,
      baseline: { n: 5 },
      distance: null,
    });
  });
});

describe('the verdict of a profile', () => {
  const judged = { ...profile, baseline: window, threshold: 0.2 };

  async function customOf(
    files: Readonly<Record<string, Uint8Array>>,
    model: object
  ): Promise<ReadFrame['meta']['custom']> {
    const [frame] = await ask(sessionOf(new MemoryStore(files)), model, march3);
    return frame?.meta.custom ?? {};
  }

  it('is strict: a distance on the threshold is none', async () => {
    // All in one place against half there and half elsewhere: sqrt(1 - sqrt 1/2).
    const files = {
      'd/1.bin': profileOf('2013-03-02', column('a', [0, 1])),
      'd/2.bin': profileOf('2013-03-03', column('a', [0, 0])),
    };
    const { distance } = await customOf(files, judged);
    expect(distance).toBeCloseTo(sqrt(1 - sqrt(0.5)), 14);
    expect(await customOf(files, { ...judged, threshold: distance })).toMatchObject({
      verdict: 'ok',
      sentence:
        'The Hellinger distance of 2013-03-03 from the 2 days before is 0.541, not above the threshold 0.541: 2 values against 2.',
    });
    expect(await customOf(files, { ...judged, threshold: Number(distance) - 1e-9 })).toMatchObject({
      verdict: 'anomaly',
      sentence: expect.stringContaining('is 0.5411961, above the threshold 0.541196099:') as string,
    });
  });

  const damaged = (day: string): Uint8Array => withDamagedLastColumn(profileOf(day, column('a', [1])));
  const good = (day: string, values: readonly (number | string | null)[] = [1, 2]): Uint8Array =>
    profileOf(day, column('a', values));

  it.each<[string, Readonly<Record<string, Uint8Array>>, string, RegExp]>([
    [
      'an unreadable target',
      { 'd/1.bin': good('2013-03-02'), 'd/2.bin': damaged('2013-03-03') },
      'failed',
      /^The target, 2013-03-03, cannot be judged: it cannot be read: d\/2\.bin: column "a".* at byte \d+/,
    ],
    [
      'a baseline that is partly unreadable',
      { 'd/1.bin': damaged('2013-03-01'), 'd/2.bin': good('2013-03-02'), 'd/3.bin': good('2013-03-03') },
      'failed',
      /^There is no distance from the 2 days before: 1 of its 2 batches cannot be read: d\/1\.bin: column "a"/,
    ],
    [
      'a missing target',
      { 'd/1.bin': good('2013-03-02') },
      'no-target',
      /^There is no profile of this column for 2013-03-03\.$/,
    ],
    [
      'a missing baseline',
      { 'd/1.bin': good('2013-03-03') },
      'no-baseline',
      /^2 values in 2013-03-03; the 2 days before have no profile of this column to compare them with\.$/,
    ],
    [
      'a target of nulls',
      { 'd/1.bin': good('2013-03-02'), 'd/2.bin': good('2013-03-03', [null, null]) },
      'not-enough-data',
      /^There is no value in 2013-03-03: 2 rows, 2 of them missing\.$/,
    ],
    [
      'a baseline of nulls',
      { 'd/1.bin': good('2013-03-02', [null]), 'd/2.bin': good('2013-03-03') },
      'not-enough-data',
      /^There is no value in the 2 days before: 1 row, 1 of them missing\.$/,
    ],
    [
      'infinities',
      { 'd/1.bin': good('2013-03-02'), 'd/2.bin': good('2013-03-03', [1, Infinity]) },
      'failed',
      /^There is no distance of 2013-03-03 from the 2 days before: the values include infinities/,
    ],
  ])('with %s says so', async (_, files, verdict, sentence) => {
    const custom = await customOf(files, judged);
    expect(custom).toMatchObject({ verdict, distance: null, threshold: 0.2 });
    expect(custom['sentence']).toMatch(sentence);
  });

  it('with nulls alone on both sides has no bins, and counts them', async () => {
    const files = { 'd/1.bin': good('2013-03-02', [null]), 'd/2.bin': good('2013-03-03', [null, null]) };
    expect(await customOf(files, { ...judged, distribution: 'auto' })).toMatchObject({
      verdict: 'not-enough-data',
      target: { count: 2, count_null: 2, n: 0, rankError: null },
    });
  });

  it('draws what can be read of a baseline that is not complete', async () => {
    const files = { 'd/1.bin': damaged('2013-03-01'), 'd/2.bin': good('2013-03-02'), 'd/3.bin': good('2013-03-03') };
    const frames = await ask(sessionOf(new MemoryStore(files)), judged, march3);
    expect(frames.map(({ meta }) => meta.type)).toEqual([histogramFrame]);
    expect(fieldsOf(frames[0])['baseline']).toEqual([1, 1]);
    expect(frames[0]?.meta.custom).toMatchObject({ baseline: { batches: 1, buckets: 2 } });
    expect(noticesOf(frames)).toEqual([[expect.stringMatching(/^d\/1\.bin: column "a"/)]]);
  });
});

describe('values that are no numbers or no finite ones', () => {
  it('are counted, and the finite ones are in bins', async () => {
    const values = [1, 2, 3, 3, Infinity, -Infinity, -Infinity, NaN, null];
    const odd = new MemoryStore({ 'd/1.bin': profileOf('2013-03-03', column('a', values)) });
    for (const distribution of ['histogram', 'auto']) {
      const [frame] = await ask(sessionOf(odd), { ...profile, distribution }, march3);
      expect(frame?.meta.type).toBe(histogramFrame);
      expect(fieldsOf(frame)).toEqual({
        xMin: [0.5, 1.5, 2.5],
        xMax: [1.5, 2.5, 3.5],
        target: [1, 1, 2],
        target_share: [0.25, 0.25, 0.5],
      });
      // whylogs counts a NaN as a missing value too.
      expect(frame?.meta.custom).toMatchObject({
        target: { count: 9, count_null: 2, count_nan: 1, count_inf: 3, n: 4, min: null, max: null },
      });
    }
  });

  it('have no bins where there is no finite one', async () => {
    const odd = new MemoryStore({ 'd/1.bin': profileOf('2013-03-03', column('a', [Infinity, -Infinity])) });
    const [frame] = await ask(sessionOf(odd), profile, march3);
    expect(fieldsOf(frame)).toEqual({ xMin: [], xMax: [], target: [], target_share: [] });
    expect(frame?.meta.custom).toMatchObject({ verdict: 'not-enough-data', target: { count_inf: 2, n: 0 } });
  });
});

describe('values that are all one', () => {
  const constant = new MemoryStore({
    'd/1.bin': profileOf('2013-03-02', column('a', [5, 5])),
    'd/2.bin': profileOf('2013-03-03', column('a', [5, 5, 5])),
  });

  it.each([['auto'], ['equal_mass'], ['analyzer'], [30]])('are one bin of no width, by %s', async (bins) => {
    const [frame, shares] = await ask(sessionOf(constant), { ...profile, baseline: window, bins }, march3);
    expect(fieldsOf(frame)).toEqual({
      xMin: [5],
      xMax: [5],
      target: [3],
      target_share: [1],
      baseline: [2],
      baseline_share: [1],
    });
    expect(fieldsOf(shares)).toEqual({
      xMin: [5],
      xMax: [5],
      contribution: [0],
      target_share: [1],
      baseline_share: [1],
    });
    expect(frame?.meta.custom).toMatchObject({ binning: 'single_value', distance: 0 });
  });
});

describe('a column that has nothing to show', () => {
  const partly = new MemoryStore({
    'd/1.bin': profileOf('2013-03-03', [{ a: null, b: 1 }]),
    'd/2.bin': withDamagedLastColumn(profileOf('2013-03-02', column('a', [1]))),
  });

  it('is left out', async () => {
    const frames = await ask(sessionOf(partly), profile, march3);
    expect(frames.map(({ name }) => name)).toEqual(['b']);
  });

  it('is left out when it is not of the group that is asked for', async () => {
    const store = new MemoryStore({ 'd/1.bin': profileOf('2013-03-03', [{ fraction: 0.5, text: 'x' }]) });
    const frames = await ask(sessionOf(store), { kind: 'profile', columns: { include: ['group:discrete'] } }, march3);
    expect(frames.map(({ name }) => name)).toEqual(['text']);
  });

  it('is told when it cannot be read', async () => {
    const [frame] = await ask(sessionOf(partly), profile, { from: '2013-03-02', to: '2013-03-03' });
    expect(noticesOf(frame ? [frame] : [])).toEqual([[expect.stringMatching(/^d\/2\.bin: column "a"/)]]);
    expect(fieldsOf(frame)).toEqual({ xMin: [], xMax: [], target: [], target_share: [] });
    expect(frame?.meta.custom).toMatchObject({ column: 'a', verdict: 'failed', target: null });
  });
});

describe('remarks on the whole answer', () => {
  it.each([
    ['profile', {}],
    ['profile', { distribution: 'histogram' }],
    ['profile', { columns: { include: ['group:continuous'] } }],
    ['metric', { metric: 'mean' }],
    ['metric', { metric: 'mean', columns: { include: ['group:continuous'] } }],
    ['distribution', {}],
    ['distribution', { form: 'heatmap' }],
  ])('stand in the first frame of a %s query and in no other: %j', async (kind, more) => {
    const broken = new MemoryStore({
      'd/1.bin': profileOf('2013-03-03', [{ a: 'text', b: 0.5, c: 1.5 }]),
      'd/broken.bin': new TextEncoder().encode('broken'),
    });
    const frames = await ask(sessionOf(broken), { kind, ...more }, march3);
    expect(frames.length).toBeGreaterThan(1);
    const [first, ...others] = noticesOf(frames);
    expect(first).toEqual([expect.stringMatching(/^d\/broken\.bin/)]);
    expect(others.flat()).toEqual([]);
  });
});

describe('the frames of a column', () => {
  const rows = [
    { a: 0.5, b: 'x', c: 3 },
    { a: 1.5, b: 'y', c: 4 },
    { a: 7, b: 'x', c: null },
  ];
  const files = {
    'd/1.bin': profileOf('2013-03-02', rows),
    'd/2.bin': profileOf('2013-03-03', rows.slice(1), { segmentTags: { origin: 'JFK' } }),
  };

  it.each([
    ['profile', { baseline: window, threshold: 0.1 }],
    ['profile', { baseline: window, bins: 'equal_mass', batch: '2013-03-03' }],
    ['distribution', { form: 'heatmap' }],
    ['distribution', {}],
  ])('of a %s query are the same alone and among others, cold and warm: %j', async (kind, more) => {
    const model = { kind, ...more, segments: [{}, { tags: [{ key: 'origin', value: '*' }] }] };
    const session = sessionOf(new MemoryStore(files));
    const all = await ask(session, model, march3);
    const withoutListing = (frames: readonly ReadFrame[]): unknown =>
      frames.map(({ meta, ...frame }) => ({ ...frame, custom: { ...meta.custom, listedMs: 0 } }));
    for (const name of ['a', 'b', 'c']) {
      const own = all.filter(({ fields, meta }) => (meta.custom['column'] ?? fields.at(-1)?.labels['column']) === name);
      for (const asked of [session, sessionOf(new MemoryStore(files))]) {
        const alone = await ask(asked, { ...model, columns: { include: [name] } }, march3);
        // A column without numbers has no distribution.
        const found = alone.filter(({ type }) => type !== 'no-data');
        expect(withoutListing(found)).toEqual(withoutListing(own));
      }
    }
    expect(all.length).toBeGreaterThan(3);
  });
});
