import { columnMetrics, distanceMetrics } from '../contract/index.ts';
import { listColumns, listDatasets, listMetrics, listReferences, listSegments } from './index.ts';
import { profileOf, sessionOf } from './testing/ask.ts';
import { withDamagedLastColumn } from './testing/damage.ts';
import { MemoryStore } from './testing/memory-store.ts';

const ms = (text: string): number => Date.parse(text);

const store = new MemoryStore({
  'flights/1.bin': profileOf('2013-03-01', [{ a: 'x', was: 1 }], { segmentTags: { origin: 'JFK', b: '2' } }),
  'flights/2.bin': profileOf('2013-03-03', [{ a: 0.5 }], { segmentTags: { origin: 'EWR' } }),
  'flights/3.bin': profileOf('2013-03-02', [{ a: 7 }], { segmentTags: { origin: 'JFK' } }),
  'flights/reference/z/1.bin': profileOf('2012-01-01', [{ a: 1, referenced: 1 }], { segmentTags: { only: 'here' } }),
  'flights/reference/z/2.bin': profileOf('2012-01-01', [{ a: 1 }]),
  'flights/reference/b.bin': profileOf('2012-01-01', [{ a: 1 }]),
  'broken/x.bin': new Error('x.bin is broken'),
  'a/reference/only.bin': profileOf('2012-01-01', [{ c: true }]),
});

describe('the lists of the pickers', () => {
  it('of datasets', async () => {
    expect(await listDatasets(sessionOf(store))).toEqual({
      datasets: [
        { id: 'a', profiles: 0, columns: 1, firstMs: null, lastMs: null, references: ['only'] },
        { id: 'broken', profiles: 0, columns: 0, firstMs: null, lastMs: null, references: [] },
        {
          id: 'flights',
          profiles: 3,
          columns: 3,
          firstMs: ms('2013-03-01'),
          lastMs: ms('2013-03-03'),
          references: ['b', 'z'],
        },
      ],
    });
    expect(await listDatasets(sessionOf(new MemoryStore({})))).toEqual({ datasets: [] });
  });

  it('of columns, with the type in the newest profile that has them', async () => {
    expect(await listColumns(sessionOf(store), 'flights')).toEqual({
      columns: [
        { name: 'a', type: 'FRACTIONAL', isDiscrete: false },
        { name: 'referenced', type: 'INTEGRAL', isDiscrete: false },
        { name: 'was', type: 'INTEGRAL', isDiscrete: false },
      ],
    });
    expect(await listColumns(sessionOf(store), 'a')).toEqual({
      columns: [{ name: 'c', type: 'BOOLEAN', isDiscrete: false }],
    });
    expect(await listColumns(sessionOf(store), 'broken')).toEqual({ columns: [] });
  });

  it('of columns, where two files are equally new, by the last in order', async () => {
    const files = { 'd/b.bin': [{ a: 'x' }], 'd/c.bin': [{ a: 0.5, b: 1 }], 'd/a.bin': [{ a: true }] };
    const contents = Object.entries(files).map(([key, rows]) => [key, profileOf('2013-03-01', rows)] as const);
    const { columns } = await listColumns(sessionOf(new MemoryStore(Object.fromEntries(contents))), 'd');
    expect(columns.map(({ name, type }) => [name, type])).toEqual([
      ['a', 'FRACTIONAL'],
      ['b', 'INTEGRAL'],
    ]);
  });

  it('of columns with one that cannot be read', async () => {
    const damaged = new MemoryStore({ 'd/1.bin': withDamagedLastColumn(profileOf('2013-03-01', [{ a: 1, b: 1 }])) });
    expect(await listColumns(sessionOf(damaged), 'd')).toEqual({
      columns: [
        { name: 'a', type: 'INTEGRAL', isDiscrete: false },
        { name: 'b', type: 'UNKNOWN', isDiscrete: null },
      ],
    });
  });

  it('of segments: keys and values of the profiles in time', async () => {
    expect(await listSegments(sessionOf(store), 'flights')).toEqual({
      keys: [
        { key: 'b', values: ['2'] },
        { key: 'origin', values: ['EWR', 'JFK'] },
      ],
    });
    expect(await listSegments(sessionOf(store), 'broken')).toEqual({ keys: [] });
  });

  it('of references', async () => {
    expect(await listReferences(sessionOf(store), 'flights')).toEqual({
      references: [
        { profileId: 'b', profiles: 1 },
        { profileId: 'z', profiles: 2 },
      ],
    });
    expect(await listReferences(sessionOf(store), 'broken')).toEqual({ references: [] });
  });

  it('of metrics and granularities', () => {
    const { metrics, granularities } = listMetrics();
    expect(metrics.map(({ name }) => name)).toEqual([...columnMetrics, ...distanceMetrics]);
    expect(metrics.filter(({ needsBaseline }) => needsBaseline).map(({ name }) => name)).toEqual([...distanceMetrics]);
    expect(metrics.find(({ name }) => name === 'count_null_ratio')?.unit).toBe('percentunit');
    expect(metrics.find(({ name }) => name === 'mean')?.unit).toBe('none');
    expect(granularities).toEqual(['hourly', 'daily', 'weekly', 'monthly']);
  });

  it.each([listColumns, listSegments, listReferences])('refuse a dataset that there is not: %p', async (list) => {
    await expect(list(sessionOf(store), 'x')).rejects.toThrow(
      /^the store has no dataset "x"; it has a, broken, flights$/
    );
  });
});
