import { ask, type Around, column, profileOf, sessionOf } from './testing/ask.ts';
import { withDamagedLastColumn } from './testing/damage.ts';
import { MemoryStore } from './testing/memory-store.ts';
import type { ReadFrame } from './testing/read-frame.ts';

const around: Around = { from: '2013-03-08', to: '2013-03-11' };

/** JSON travels as bytes. */
function trendOf(row: Record<string, unknown> | undefined): string {
  return new TextDecoder().decode(row?.['hellinger_trend'] as Uint8Array);
}

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
      'count_null',
      'count_null_ratio',
      'count_bool',
      'count_integral',
      'count_fractional',
      'count_string',
      'count_object',
      'unique_est',
      'unique_est_ratio',
      'mean',
      'stddev',
      'min',
      'max',
      'median',
      'hellinger',
      'hellinger_trend',
      'latest',
      'latest_count',
      'latest_count_null_ratio',
      'latest_mean',
    ]);
    const [numbers, texts, ...more] = rowsOf(frame);
    expect(more).toEqual([]);
    expect(numbers).toMatchObject({
      column: 'n',
      segment: 'overall',
      type: 'INTEGRAL',
      discrete: false,
      count: 3,
      count_null: 0,
      count_null_ratio: 0,
      count_integral: 3,
      count_fractional: 0,
      count_string: 0,
      count_bool: 0,
      count_object: 0,
      mean: 3,
      min: 1,
      max: 6,
      median: 2,
      latest: Date.parse('2013-03-10'),
      latest_count: 1,
      latest_count_null_ratio: 0,
      latest_mean: 6,
    });
    // Deviations -2, -1 and 3.
    expect(numbers?.['stddev']).toBeCloseTo(Math.sqrt(7), 14);
    expect(numbers?.['unique_est']).toBeCloseTo(3, 6);
    expect(texts).toMatchObject({
      column: 's',
      type: 'STRING',
      discrete: true,
      count: 3,
      count_null: 1,
      mean: null,
      median: null,
    });
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
    const nothing = {
      count: null,
      mean: null,
      hellinger: null,
      hellinger_trend: null,
      latest: null,
      latest_count: null,
    };
    expect(rowsOf(frame)).toMatchObject([{ column: 'a', ...nothing }]);
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

  it('has as its trend the values of the metric in the last 30 batches of the range, null where there is none', async () => {
    const day = (i: number): string => new Date(Date.parse('2013-01-01') + i * 86_400_000).toISOString().slice(0, 10);
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`d/${i}.bin`, profileOf(day(i), column('a', [i % 3, (i * 7) % 5, i % 2]))])
    );
    delete files['d/33.bin'];
    const range: Around = { from: day(0), to: day(40) };
    const memory = new MemoryStore(files);
    const [series] = await ask(sessionOf(memory), { kind: 'metric', metric: 'hellinger' }, range);
    const [table] = await ask(sessionOf(memory), { kind: 'columns' }, range);
    const trend: unknown = JSON.parse(trendOf(rowsOf(table)[0]));
    expect(trend).toEqual(series?.fields[1]?.values.slice(-30));
    expect((trend as readonly unknown[]).map((value) => value === null)).toEqual(
      Array.from({ length: 30 }, (_, i) => i === 23)
    );
    // The newest batch is older than the trend.
    const [long] = await ask(sessionOf(memory), { kind: 'columns' }, { from: day(0), to: day(80) });
    expect(rowsOf(long)[0]).toMatchObject({ hellinger: series?.fields[1]?.values[39], hellinger_trend: null });
  });

  it('is null without a batch before, one that is too old, or one that cannot be read', async () => {
    expect(await driftOf({ '2013-03-10': [1] })).toBeNull();
    expect(await driftOf({ '2013-03-02': [0], '2013-03-10': [1] })).toBeNull();
    expect(await driftOf({ '2013-03-09': 'damaged', '2013-03-10': [1] })).toBeNull();
  });
});
