import { categoriesFrame, histogramFrame } from './index.ts';
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

describe('the histogram of a target and its baseline', () => {
  it('has both on common bins', async () => {
    const [frame, ...others] = await ask(sessionOf(store), { ...profile, baseline: window }, march3);
    expect(others).toEqual([]);
    expect([frame?.type, frame?.meta.type, frame?.name]).toEqual(['custom', histogramFrame, 'a']);
    expect(frame?.fields.map(({ name }) => name)).toEqual([
      'xMin',
      'xMax',
      'target',
      'target_share',
      'baseline',
      'baseline_share',
      'contribution',
    ]);
    const fields = fieldsOf(frame);
    expect(fields['xMin']).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(fields['xMax']).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(filled(fields['target'])).toEqual({ 0: 1, 1: 1, 29: 2 });
    expect(filled(fields['target_share'])).toEqual({ 0: 0.25, 1: 0.25, 29: 0.5 });
    expect(filled(fields['baseline'])).toEqual({ 0: 2, 1: 1, 29: 1 });
    expect(filled(fields['baseline_share'])).toEqual({ 0: 0.5, 1: 0.25, 29: 0.25 });
    // (sqrt 1/2 - 1/2)^2 in the first and the last bin.
    expect(filled(fields['contribution'])).toEqual({ 0: 0.5, 29: 0.5 });
    expect(frame?.meta.custom).toMatchObject({
      column: 'a',
      labels: { dataset: 'd', column: 'a', segment: 'overall', metric: 'profile' },
      algorithm: 'hellinger',
      targetStartMs: ms('2013-03-03'),
      targetBatches: 1,
      baselineBatches: 2,
      profiles: 3,
    });
    expect(frame?.meta.custom['distance']).toBeCloseTo(sqrt(0.5) - 0.5, 14);
  });

  it('says of each side what a person asks', async () => {
    const [frame] = await ask(sessionOf(store), { ...profile, baseline: window }, march3);
    expect(frame?.meta.custom['target']).toMatchObject({
      count: 4,
      count_null: 0,
      n: 4,
      min: 0,
      max: 30,
      mean: 15.125,
    });
    const baseline = frame?.meta.custom['baseline'];
    expect(baseline).toMatchObject({ count: 5, count_null: 1, n: 4, min: 0, max: 30, mean: 7.75 });
    // Deviations of 0, 0, 1 and 30 from 7.75.
    expect(baseline).toMatchObject({
      stddev: expect.closeTo(sqrt((2 * 7.75 ** 2 + 6.75 ** 2 + 22.25 ** 2) / 3), 12) as number,
    });
    // floor(rank * 4) of 0, 0, 1, 30.
    expect(baseline).toMatchObject({
      quantiles: [
        { rank: 0.05, value: 0 },
        { rank: 0.25, value: 0 },
        { rank: 0.5, value: 1 },
        { rank: 0.75, value: 30 },
        { rank: 0.95, value: 30 },
      ],
    });
  });

  it.each(['hellinger', 'jensenshannon', 'kl_divergence', 'psi'])(
    'has contributions to %s that sum to 1, and its distance',
    async (algorithm) => {
      const [frame] = await ask(sessionOf(store), { ...profile, baseline: window, algorithm }, march3);
      expect(sum(fieldsOf(frame)['contribution'])).toBeCloseTo(1, 12);
      const metric = { kind: 'metric', metric: algorithm, baseline: window, distribution: 'histogram' };
      const [series] = await ask(sessionOf(store), metric, march3);
      expect(series?.fields[1]?.values).toEqual([frame?.meta.custom['distance']]);
    }
  );

  it('from a reference', async () => {
    const baseline = { type: 'Reference', profileId: 'r' };
    const [frame] = await ask(sessionOf(store), { ...profile, baseline }, march3);
    expect(filled(fieldsOf(frame)['baseline'])).toEqual({ 15: 1 });
    expect(frame?.meta.custom).toMatchObject({ distance: 1, baselineBatches: 1 });
  });

  it('of a range is that of all its batches', async () => {
    const around = { from: '2013-03-01', to: '2013-03-04' };
    const [frame] = await ask(sessionOf(store), { ...profile, baseline: window }, around);
    expect(filled(fieldsOf(frame)['target'])).toEqual({ 0: 3, 1: 2, 29: 3 });
    expect(frame?.meta.custom).toMatchObject({ targetBatches: 3, targetStartMs: ms('2013-03-01') });
  });

  it('of the latest batch', async () => {
    const model = { ...profile, target: 'latest', baseline: window, asOf: '2013-03-04T06:00:00Z' };
    const [frame] = await ask(sessionOf(store), model, { from: '1980-01-01', to: '1980-01-02' });
    expect(frame?.meta.custom).toMatchObject({ targetStartMs: ms('2013-03-03'), targetBatches: 1, baselineBatches: 2 });
    expect(filled(fieldsOf(frame)['baseline'])).toEqual({ 0: 2, 1: 1, 29: 1 });
  });

  it.each([
    ['none is asked for', { ...profile }],
    ['the window before it is empty', { ...profile, baseline: { type: 'TrailingWindow', size: 1 } }],
  ])('has the target alone where %s', async (_, model) => {
    const [frame] = await ask(sessionOf(store), model, { from: '2013-03-01', to: '2013-03-02' });
    expect(frame?.fields.map(({ name }) => name)).toEqual(['xMin', 'xMax', 'target', 'target_share']);
    expect(filled(fieldsOf(frame)['target'])).toEqual({ 0: 2, 29: 1 });
    expect(frame?.meta.custom).toMatchObject({ distance: null, baseline: null, baselineBatches: 0 });
  });

  it('has whole numbers of values, though shares are rounded', async () => {
    // 1 / 49 * 49 is a little less than 1.
    const rows = column(
      'a',
      Array.from({ length: 49 }, (_, i) => (i === 0 ? 0 : 1))
    );
    const odd = new MemoryStore({ 'd/1.bin': profileOf('2013-03-03', rows) });
    const fields = fieldsOf((await ask(sessionOf(odd), profile, march3))[0]);
    expect(filled(fields['target'])).toEqual({ 0: 1, 29: 48 });
    expect(fields['target_share']?.[0]).toBe(1 / 49);
  });

  it('of one value has bins that do not run backwards', async () => {
    const constant = new MemoryStore({ 'd/1.bin': profileOf('2013-03-03', column('a', [5, 5, 5])) });
    const fields = fieldsOf((await ask(sessionOf(constant), profile, march3))[0]);
    expect(sum(fields['target'])).toBe(3);
    const ends = fields['xMax'] ?? [];
    expect(ends).toHaveLength(30);
    expect(ends.every((end, i) => Number(end) >= Number(fields['xMin']?.[i]))).toBe(true);
  });
});

describe('the categories of a target and its baseline', () => {
  const texts = new MemoryStore({
    'd/1.bin': profileOf('2013-03-01', column('a', ['JFK', 'JFK', 'LGA'])),
    'd/2.bin': profileOf('2013-03-02', column('a', ['LGA', null])),
    'd/3.bin': profileOf('2013-03-03', column('a', ['JFK', 'EWR', 'EWR', 'EWR'])),
  });

  it('are the items of both, in order', async () => {
    const [frame] = await ask(sessionOf(texts), { kind: 'profile', baseline: window }, march3);
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
      target: { count: 4, n: 4, min: null, mean: null, quantiles: [] },
      baseline: { count: 5, count_null: 1, n: 4 },
    });
  });

  it('of the target alone', async () => {
    const [frame] = await ask(sessionOf(texts), { kind: 'profile' }, march3);
    expect(fieldsOf(frame)).toEqual({ category: ['EWR', 'JFK'], target: [3, 1], target_share: [0.75, 0.25] });
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
    expect(frame?.meta.notices).toEqual([
      { severity: 'warning', text: expect.stringMatching(/^d\/2\.bin: column "a"/) as string },
    ]);
    expect(fieldsOf(frame)).toEqual({ category: [] });
    expect(frame?.meta.custom).toMatchObject({ column: 'a' });
  });
});
