import { columnMetric, columnQuantile } from '../profile/index.ts';
import type { BatchColumn, BatchMember } from './index.ts';
import { batchCaches, BatchReader } from './index.ts';
import { MemoryStore, profileOf } from './testing/memory-store.ts';

const mebibyte = 1024 * 1024;

function readerOf(store: MemoryStore, scope = 'org/uid', caches = batchCaches(mebibyte)): BatchReader {
  return new BatchReader(store, scope, caches);
}

/** Number of rows of a batch, or what it is instead of a column. */
function rowsOf(batch: BatchColumn): number | string | null {
  return batch.kind === 'column' ? columnMetric(batch.column, 'count') : batch.kind;
}

function member(store: MemoryStore, key: string, rows: readonly Readonly<Record<string, number>>[]): BatchMember {
  return { object: store.put(key, profileOf(rows)), index: 0 };
}

describe('a column of a batch', () => {
  it('is absent where there is no profile, and nothing is read', async () => {
    const store = new MemoryStore();
    expect(await readerOf(store).column([], 'a', ['counts'])).toEqual({ kind: 'absent' });
    expect(store.opened).toEqual([]);
  });

  it('is absent where no profile has it', async () => {
    const store = new MemoryStore();
    const batch = [member(store, '1', [{ a: 1 }]), member(store, '2', [{ a: 1 }])];
    const reader = readerOf(store);
    expect(await reader.column(batch, 'b', ['counts'])).toEqual({ kind: 'absent' });
    expect(await reader.column(batch, '', ['counts'])).toEqual({ kind: 'absent' });
  });

  it('is absent where the object has fewer profiles than it had', async () => {
    const store = new MemoryStore();
    const { object } = member(store, '1', [{ a: 1 }]);
    expect(await readerOf(store).column([{ object, index: 1 }], 'a', ['counts'])).toEqual({ kind: 'absent' });
  });

  it('comes from the profile at its place in the object', async () => {
    const store = new MemoryStore();
    const content = Uint8Array.from(Buffer.concat([profileOf([{ a: 1 }]), profileOf([{ a: 1 }, { a: 2 }])]));
    const object = store.put('1', content);
    const reader = readerOf(store);
    expect(rowsOf(await reader.column([{ object, index: 0 }], 'a', ['counts']))).toBe(1);
    expect(rowsOf(await reader.column([{ object, index: 1 }], 'a', ['counts']))).toBe(2);
    const both = [0, 1].map((index) => ({ object, index }));
    expect(rowsOf(await reader.column(both, 'a', ['counts']))).toBe(3);
  });

  it('has the wanted metrics and no others', async () => {
    const store = new MemoryStore();
    const batch = [member(store, '1', [{ a: 1 }]), member(store, '2', [{ a: 2 }])];
    const reader = readerOf(store);
    for (const members of [batch, batch.slice(0, 1)]) {
      const counts = await reader.column(members, 'a', ['counts']);
      expect(counts).toMatchObject({
        column: { types: null, distribution: null, cardinality: null, frequentItems: null },
      });
      const distribution = await reader.column(members, 'a', ['distribution']);
      expect(distribution).toMatchObject({ column: { counts: null, distribution: { kll: { n: members.length } } } });
    }
  });

  it('of several files is their sum, with those that do not have the column', async () => {
    const store = new MemoryStore();
    const batch = [
      member(store, '1', [{ a: 1 }, { a: 2 }]),
      member(store, '2', [{ b: 7 }]),
      member(store, '3', [{ a: 6 }]),
    ];
    const found = await readerOf(store).column(batch, 'a', ['counts', 'distribution', 'cardinality']);
    if (found.kind !== 'column') {
      throw new Error(found.kind);
    }
    expect(columnMetric(found.column, 'count')).toBe(3);
    expect(columnMetric(found.column, 'mean')).toBeCloseTo(3, 15);
    // 1, 2, 6: deviations -2, -1, 3; 14 / 2.
    expect(columnMetric(found.column, 'stddev')).toBeCloseTo(Math.sqrt(7), 14);
    expect(columnQuantile(found.column, 0.5)).toBe(2);
    expect(columnMetric(found.column, 'unique_est')).toBeCloseTo(3, 6);
  });

  it('does not depend on the order of the files, nor on their names', async () => {
    const store = new MemoryStore();
    const contents = [0, 1, 2].map((file) =>
      // More than k values each, so that the merge throws coins.
      profileOf(Array.from({ length: 1500 }, (_, i) => ({ a: Math.sin(file * 1500 + i), b: `${i % 7}` })))
    );
    const named = (names: readonly string[]): BatchMember[] =>
      contents.map((content, i) => ({ object: store.put(names[i] ?? '', content), index: 0 }));
    const reader = readerOf(store);
    const wanted = ['counts', 'types', 'distribution', 'cardinality', 'frequent_items'] as const;
    const first = await reader.column(named(['x', 'y', 'z']), 'a', wanted);
    expect(rowsOf(first)).toBe(4500);
    const second = await reader.column(named(['x', 'y', 'z']).reverse(), 'a', wanted);
    const third = await reader.column(named(['3', '1', '2']), 'a', wanted);
    expect(second).not.toBe(first);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });
});

describe('a batch that cannot be read', () => {
  it('fails as a whole, with the reason, however many of its files can be', async () => {
    const store = new MemoryStore();
    const batch = [member(store, '1', [{ a: 1 }]), { object: store.put('2', null), index: 0 }];
    expect(await readerOf(store).column(batch, 'a', ['counts'])).toEqual({
      kind: 'failed',
      reason: '2 cannot be read',
    });
  });

  it('is tried again: what was being replaced can be read a moment later', async () => {
    const store = new MemoryStore();
    const content = profileOf([{ a: 1 }]);
    const object = { ...store.put('1', content), key: '1' };
    store.put('1', null);
    const reader = readerOf(store);
    expect(rowsOf(await reader.column([{ object, index: 0 }], 'a', ['counts']))).toBe('failed');
    store.put('1', content);
    expect(rowsOf(await reader.column([{ object, index: 0 }], 'a', ['counts']))).toBe(1);
  });

  it('names the byte of a damaged column, and gives the others', async () => {
    const store = new MemoryStore();
    const content = profileOf([{ a: 1, b: 2 }]);
    // The last bytes of the file lie in the last column.
    content.fill(0xff, content.length - 20);
    const object = store.put('1', content);
    const reader = readerOf(store);
    expect(rowsOf(await reader.column([{ object, index: 0 }], 'a', ['counts']))).toBe(1);
    const damaged = await reader.column([{ object, index: 0 }], 'b', [
      'counts',
      'types',
      'distribution',
      'cardinality',
    ]);
    expect(damaged).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/^1: column "b".* at byte \d+\. /) as string,
    });
  });
});

describe('what was read', () => {
  it('is not read again', async () => {
    const store = new MemoryStore();
    const batch = [member(store, '1', [{ a: 1, b: 1 }]), member(store, '2', [{ a: 1, b: 1 }])];
    const reader = readerOf(store);
    const first = await reader.column(batch, 'a', ['counts']);
    expect(await reader.column(batch, 'a', ['counts'])).toBe(first);
    const gone = await reader.column(batch, 'c', ['counts']);
    expect(await reader.column(batch, 'c', ['counts'])).toBe(gone);
    // Neither for another column, nor for other metrics: the profiles are open.
    await reader.column(batch, 'b', ['counts']);
    await reader.column(batch, 'a', ['distribution']);
    expect(store.opened).toEqual(['1', '2']);
  });

  it('is what another version of the object says, not what was known of the one before', async () => {
    const store = new MemoryStore();
    const reader = readerOf(store);
    const before = store.put('1', profileOf([{ a: 1 }]), 'v1');
    expect(rowsOf(await reader.column([{ object: before, index: 0 }], 'a', ['counts']))).toBe(1);
    const after = store.put('1', profileOf([{ a: 1 }, { a: 2 }]), 'v2');
    expect(rowsOf(await reader.column([{ object: after, index: 0 }], 'a', ['counts']))).toBe(2);
    expect(rowsOf(await reader.column([{ object: before, index: 0 }], 'a', ['counts']))).toBe(1);
  });

  it('is not shown to another data source, though it has the same objects', async () => {
    const [mine, theirs] = [new MemoryStore(), new MemoryStore()];
    const caches = batchCaches(mebibyte);
    const object = mine.put('1', profileOf([{ a: 1 }]));
    const other = theirs.put('1', profileOf([{ a: 1 }, { a: 2 }]));
    // All that tells them apart is the scope.
    const same = { ...object, sizeBytes: other.sizeBytes };
    const reader = readerOf(mine, 'org 1/uid', caches);
    expect(rowsOf(await reader.column([{ object, index: 0 }], 'a', ['counts']))).toBe(1);
    expect(
      rowsOf(await readerOf(theirs, 'org 2/uid', caches).column([{ object: same, index: 0 }], 'a', ['counts']))
    ).toBe(2);
    expect(rowsOf(await reader.column([{ object, index: 0 }], 'a', ['counts']))).toBe(1);
  });

  it('is read again, with the same result, where there is no room to keep it', async () => {
    const store = new MemoryStore();
    const batch = [member(store, '1', [{ a: 1 }]), member(store, '2', [{ a: 3 }])];
    const caches = batchCaches(0);
    const reader = readerOf(store, 'org/uid', caches);
    const first = await reader.column(batch, 'a', ['counts', 'distribution']);
    expect(await reader.column(batch, 'a', ['counts', 'distribution'])).toEqual(first);
    expect(store.opened).toEqual(['1', '2', '1', '2']);
    expect([caches.profiles.bytes, caches.columns.bytes]).toEqual([0, 0]);
  });

  it('does not keep the rest of its file in memory', async () => {
    const store = new MemoryStore();
    const rows = Array.from({ length: 1000 }, (_, i) =>
      Object.fromEntries(Array.from({ length: 10 }, (__, c) => [`c${c}`, Math.sin(i * c + c)]))
    );
    const object = store.put('1', profileOf(rows));
    expect(object.sizeBytes).toBeGreaterThan(100_000);
    for (const name of ['c0', 'c5', 'c9']) {
      const batch = await readerOf(store).column([{ object, index: 0 }], name, ['distribution']);
      // A thousand doubles and what stands around them, or what was read ahead.
      const bytes = batch.kind === 'column' ? batch.column.distribution?.kll.items.buffer.byteLength : NaN;
      expect(bytes).toBeLessThan(16 * 1024);
    }
  });

  it('takes no more memory than allowed', async () => {
    const store = new MemoryStore();
    const caches = batchCaches(64 * 1024);
    const reader = readerOf(store, 'org/uid', caches);
    const rows = Array.from({ length: 200 }, (_, i) => ({ a: i }));
    for (let file = 0; file < 50; file += 1) {
      await reader.column([member(store, `${file}`, rows)], 'a', ['distribution', 'frequent_items', 'cardinality']);
      expect(caches.columns.bytes).toBeLessThanOrEqual(32 * 1024);
      expect(caches.profiles.bytes).toBeLessThanOrEqual(32 * 1024);
    }
    expect(caches.columns.bytes).toBeGreaterThan(16 * 1024);
  });
});
