import type { CatalogSnapshot } from '../store/index.ts';
import { DatasetIndex, TimelineIndex } from './index.ts';
import { entry, rejected } from './testing/entries.ts';

const ms = (text: string): number => Date.parse(text);
const dayMs = 24 * 60 * 60 * 1000;

function keys(entries: readonly { readonly object: { readonly key: string } }[]): string[] {
  return entries.map(({ object }) => object.key);
}

describe('the index of a dataset', () => {
  const dataset = new DatasetIndex(
    'flights',
    [
      entry('b', { timestampMs: ms('2013-03-08T00:00:00Z') }),
      entry('a', { timestampMs: ms('2013-03-08T23:59:59.999Z') }),
      entry('c', { timestampMs: ms('2013-03-09T00:00:00Z') }),
      entry('old', { timestampMs: ms('1969-12-31T23:00:00Z') }),
      entry('january/1', { profileId: 'january', timestampMs: ms('2013-03-08T00:00:00Z') }),
      entry('january/2', { profileId: 'january' }),
      entry('empty/1', { profileId: '' }),
    ],
    []
  );

  it('has the profiles of a bucket, in the order in which they came', () => {
    expect(keys(dataset.bucket('daily', ms('2013-03-08')))).toEqual(['b', 'a']);
    expect(keys(dataset.bucket('hourly', ms('2013-03-08T23:00:00Z')))).toEqual(['a']);
    expect(keys(dataset.bucket('weekly', ms('2013-03-04')))).toEqual(['b', 'a', 'c']);
    expect(keys(dataset.bucket('monthly', ms('2013-03-01')))).toEqual(['b', 'a', 'c']);
    expect(keys(dataset.bucket('daily', ms('1969-12-31')))).toEqual(['old']);
  });

  it('has none where there are none, nor where no bucket begins', () => {
    expect(dataset.bucket('daily', ms('2013-03-07'))).toEqual([]);
    expect(dataset.bucket('daily', ms('2013-03-08T01:00:00Z'))).toEqual([]);
    expect(dataset.bucket('daily', NaN)).toEqual([]);
  });

  it('has the profiles of several buckets', () => {
    expect(keys(dataset.within('daily', [ms('2013-03-09'), ms('2013-03-07'), ms('2013-03-08')]))).toEqual([
      'c',
      'b',
      'a',
    ]);
    expect(dataset.within('daily', [])).toEqual([]);
  });

  it('keeps reference profiles out of time', () => {
    expect(keys(dataset.entries)).toEqual(['b', 'a', 'c', 'old']);
    expect([...dataset.references].map(([id, entries]) => [id, keys(entries)])).toEqual([
      ['january', ['january/1', 'january/2']],
      ['', ['empty/1']],
    ]);
  });
});

describe('rejected objects near an interval', () => {
  const [start, end] = [ms('2013-03-08'), ms('2013-03-10')];

  it.each([
    ['flights/2013-03-06.bin', false],
    ['flights/2013-03-07.bin', true],
    ['flights/2013-03-08.bin', true],
    ['flights/2013-03-10.bin', true],
    ['flights/2013-03-11.bin', false],
    ['flights/2013-02-30.bin', true],
    ['flights/x.bin', true],
  ])('%s: %p', (key, isNear) => {
    expect(keys(new DatasetIndex('flights', [], [rejected(key)]).rejectedNear(start, end))).toEqual(
      isNear ? [key] : []
    );
  });

  it('are near an empty interval as well, in which something else is wrong', () => {
    const dataset = new DatasetIndex('flights', [], [rejected('flights/2013-03-08.bin')]);
    expect(keys(dataset.rejectedNear(start + dayMs / 2, start + dayMs / 2))).toEqual(['flights/2013-03-08.bin']);
  });

  it('leave out the parts of references, which are found by name', () => {
    const part = rejected('flights/reference/january/x.bin', { profileId: 'january' });
    const dataset = new DatasetIndex('flights', [], [part, rejected('flights/x.bin')]);
    expect(keys(dataset.rejectedNear(start, end))).toEqual(['flights/x.bin']);
    expect(keys(dataset.rejectedOfReference('january'))).toEqual(['flights/reference/january/x.bin']);
    expect(dataset.rejectedOfReference('february')).toEqual([]);
  });
});

describe('the index of a store', () => {
  function index(snapshot: Partial<CatalogSnapshot>): TimelineIndex {
    return new TimelineIndex({ entries: [], rejected: [], listedMs: 7, ...snapshot });
  }

  it('has the datasets in order, each with its own', () => {
    const found = index({
      entries: [entry('2', { datasetId: 'b' }), entry('1', { datasetId: 'a' }), entry('3', { datasetId: 'b' })],
      rejected: [rejected('4', { datasetId: 'b' }), rejected('5', { datasetId: 'c', isReadable: true })],
    });
    expect(found.listedMs).toBe(7);
    expect(keys(found.rejected)).toEqual(['4', '5']);
    expect(found.datasets.map((d) => [d.datasetId, keys(d.entries), keys(d.rejected)])).toEqual([
      ['a', ['1'], []],
      ['b', ['2', '3'], ['4']],
      // Nothing of it can be used, and it is there to say so.
      ['c', [], ['5']],
    ]);
    expect(found.dataset('b')).toBe(found.datasets[1]);
  });

  it('tells every dataset of an object that nobody can assign, and none of one that belongs nowhere', () => {
    const found = index({
      entries: [entry('1', { datasetId: 'a' }), entry('2', { datasetId: 'b' })],
      rejected: [
        rejected('broken.bin', { datasetId: null }),
        rejected('homeless.bin', { datasetId: null, isReadable: true }),
      ],
    });
    expect(found.datasets.map((d) => [d.datasetId, keys(d.rejected)])).toEqual([
      ['a', ['broken.bin']],
      ['b', ['broken.bin']],
    ]);
  });

  it.each([
    [[], 'the store has no dataset "x"; it holds no profiles'],
    [['b', 'a'], 'the store has no dataset "x"; it has a, b'],
    ['klmnabcdef'.split(''), 'the store has no dataset "x"; it has a, b, c, d, e, f, k, l, m, n'],
    ['klmnabcdefz'.split(''), 'the store has no dataset "x"; it has a, b, c, d, e, f, k, l, m, n, …'],
  ])('names what it has when it has no such dataset: %p', (ids, message) => {
    const found = index({ entries: ids.map((datasetId) => entry('1', { datasetId })) });
    const refused = expect.objectContaining({ name: 'StoreError', code: 'unknown-dataset', message }) as Error;
    expect(() => found.dataset('x')).toThrow(refused);
  });
});
