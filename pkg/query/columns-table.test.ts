import { ask, type Around, column, profileOf, sessionOf } from './testing/ask.ts';
import { withDamagedLastColumn } from './testing/damage.ts';
import { MemoryStore } from './testing/memory-store.ts';
import type { ReadFrame } from './testing/read-frame.ts';

const around: Around = { from: '2013-03-08', to: '2013-03-11' };

/** The rows of a table, by the names of its fields. */
function rowsOf(frame: ReadFrame | undefined): readonly Record<string, unknown>[] {
  const fields = frame?.fields ?? [];
  return (fields[0]?.values ?? []).map((_, row) =>
    Object.fromEntries(fields.map(({ name, values }) => [name, values[row]]))
  );
}

describe('the table of columns', () => {
  it('has one row a column, over the range', async () => {
    const store = new MemoryStore({
      'd/1.bin': profileOf('2013-03-08', [
        { n: 1, s: 'x' },
        { n: 2, s: null },
      ]),
      'd/2.bin': profileOf('2013-03-10', [{ n: 6, s: 'x' }]),
      'd/before.bin': profileOf('2013-03-07', [{ n: 100, old: 1 }]),
    });
    const [frame, ...others] = await ask(sessionOf(store), { kind: 'columns' }, around);
    expect(others).toEqual([]);
    expect([frame?.type, frame?.meta.type]).toEqual(['table', 'table']);
    expect(frame?.fields.map(({ name }) => name)).toEqual([
      'column',
      'segment',
      'type',
      'discrete',
      'count',
      'count_null_ratio',
      'unique_est',
      'unique_est_ratio',
      'mean',
      'stddev',
      'min',
      'max',
      'median',
      'hellinger',
    ]);
    const [numbers, texts, ...more] = rowsOf(frame);
    expect(more).toEqual([]);
    expect(numbers).toMatchObject({
      column: 'n',
      segment: 'overall',
      type: 'INTEGRAL',
      discrete: false,
      count: 3,
      count_null_ratio: 0,
      mean: 3,
      min: 1,
      max: 6,
      median: 2,
    });
    // Deviations -2, -1 and 3.
    expect(numbers?.['stddev']).toBeCloseTo(Math.sqrt(7), 14);
    expect(numbers?.['unique_est']).toBeCloseTo(3, 6);
    expect(texts).toMatchObject({ column: 's', type: 'STRING', discrete: true, count: 3, mean: null, median: null });
    expect(texts?.['count_null_ratio']).toBeCloseTo(1 / 3, 15);
  });

  it('has one row for each segment that has the column', async () => {
    const store = new MemoryStore({
      'd/1.bin': profileOf('2013-03-08', [{ a: 1, only_jfk: 1 }], { segmentTags: { origin: 'JFK' } }),
      'd/2.bin': profileOf('2013-03-08', [{ a: 1 }], { segmentTags: { origin: 'LGA' } }),
    });
    const model = { kind: 'columns', segments: [{ tags: [{ key: 'origin', value: '*' }] }, {}] };
    const [frame] = await ask(sessionOf(store), model, around);
    expect(rowsOf(frame).map((row) => [row['column'], row['segment']])).toEqual([
      ['a', 'origin=JFK'],
      ['a', 'origin=LGA'],
      ['a', 'overall'],
      ['only_jfk', 'origin=JFK'],
      ['only_jfk', 'overall'],
    ]);
  });

  it('has the columns of a group, as far as the data tell', async () => {
    const store = new MemoryStore({ 'd/1.bin': profileOf('2013-03-08', [{ s: 'x', f: 0.5 }]) });
    const [frame] = await ask(sessionOf(store), { kind: 'columns', columns: { include: ['group:discrete'] } }, around);
    expect(rowsOf(frame).map((row) => row['column'])).toEqual(['s']);
  });

  it('tells what cannot be read, with what can', async () => {
    const store = new MemoryStore({
      'd/1.bin': profileOf('2013-03-08', column('a', [1])),
      'd/2.bin': withDamagedLastColumn(profileOf('2013-03-09', column('a', [1]))),
    });
    const [frame] = await ask(sessionOf(store), { kind: 'columns' }, around);
    expect(rowsOf(frame)).toMatchObject([{ column: 'a', count: 1 }]);
    expect(frame?.meta.notices).toEqual([
      { severity: 'warning', text: expect.stringMatching(/^d\/2\.bin: column "a"/) as string },
    ]);
  });

  it('has a row of nulls for a column of which nothing can be read', async () => {
    const store = new MemoryStore({ 'd/2.bin': withDamagedLastColumn(profileOf('2013-03-09', column('a', [1]))) });
    const [frame] = await ask(sessionOf(store), { kind: 'columns' }, around);
    expect(rowsOf(frame)).toMatchObject([{ column: 'a', count: null, mean: null, hellinger: null }]);
  });

  it('shows infinities that the data hold', async () => {
    const store = new MemoryStore({ 'd/1.bin': profileOf('2013-03-08', column('a', [1.5, -Infinity])) });
    expect(rowsOf((await ask(sessionOf(store), { kind: 'columns' }, around))[0])).toMatchObject([
      { min: -Infinity, max: 1.5 },
    ]);
  });
});

describe('the drift in the table', () => {
  async function driftOf(days: Readonly<Record<string, readonly number[] | 'damaged'>>): Promise<unknown> {
    const files = new Map<string, Uint8Array>();
    for (const [day, values] of Object.entries(days)) {
      const profile = profileOf(day, column('a', values === 'damaged' ? [1] : values));
      files.set(`d/${day}.bin`, values === 'damaged' ? withDamagedLastColumn(profile) : profile);
    }
    const [frame] = await ask(sessionOf(new MemoryStore(Object.fromEntries(files))), { kind: 'columns' }, around);
    return rowsOf(frame)[0]?.['hellinger'];
  }

  it('is that of the newest batch from the seven buckets before it', async () => {
    expect(await driftOf({ '2013-03-09': [0, 1], '2013-03-10': [0, 1, 0, 1] })).toBe(0);
    expect(await driftOf({ '2013-03-09': [0], '2013-03-10': [1] })).toBe(1);
    expect(await driftOf({ '2013-03-03': [0], '2013-03-10': [1] })).toBe(1);
    // The newest batch of the range, though the last bucket is empty.
    expect(await driftOf({ '2013-03-08': [0], '2013-03-09': [1] })).toBe(1);
    // From before the range.
    expect(await driftOf({ '2013-03-01': [0], '2013-03-08': [1] })).toBe(1);
  });

  it('is the same as the metric', async () => {
    const files = {
      'd/1.bin': profileOf('2013-03-06', column('a', [1, 2, 3])),
      'd/2.bin': profileOf('2013-03-10', column('a', [2, 3, 4])),
    };
    const [series] = await ask(sessionOf(new MemoryStore(files)), { kind: 'metric', metric: 'hellinger' }, around);
    const [table] = await ask(sessionOf(new MemoryStore(files)), { kind: 'columns' }, around);
    expect(series?.fields[1]?.values[2]).toBeGreaterThan(0);
    expect(rowsOf(table)[0]?.['hellinger']).toBe(series?.fields[1]?.values[2]);
  });

  it('is null without a batch before, one that is too old, or one that cannot be read', async () => {
    expect(await driftOf({ '2013-03-10': [1] })).toBeNull();
    expect(await driftOf({ '2013-03-02': [0], '2013-03-10': [1] })).toBeNull();
    expect(await driftOf({ '2013-03-09': 'damaged', '2013-03-10': [1] })).toBeNull();
  });
});
