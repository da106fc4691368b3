import { StoreError } from '../store/index.ts';
import { batchCaches, BatchReader } from './index.ts';
import { MemoryStore, profileOf } from './testing/memory-store.ts';

function readerOf(store: MemoryStore): BatchReader {
  return new BatchReader(store, 'org/uid', batchCaches(1024 * 1024));
}

describe('the facts of a batch', () => {
  it('are absent where there is no profile', async () => {
    expect(await readerOf(new MemoryStore()).facts([])).toEqual({ kind: 'absent' });
  });

  it('are those of all its profiles, whatever their order', async () => {
    const store = new MemoryStore();
    const members = [profileOf([{ b: 1, a: 1 }]), profileOf([{ c: 1, b: 2 }])].map((bytes, i) => ({
      object: store.put(`${i}`, bytes),
      index: 0,
    }));
    const expected = { kind: 'facts', facts: { profiles: 2, columnNames: ['a', 'b', 'c'], performance: null } };
    expect(await readerOf(store).facts(members)).toEqual(expected);
    expect(await readerOf(store).facts([...members].reverse())).toEqual(expected);
  });

  it('are not told from a part of the batch', async () => {
    const store = new MemoryStore();
    const read = { object: store.put('1', profileOf([{ a: 1 }])), index: 0 };
    const broken = { object: store.put('2', null), index: 0 };
    expect(await readerOf(store).facts([read, broken])).toEqual({
      kind: 'failed',
      reason: new StoreError('unreadable', '2 cannot be read').message,
    });
  });
});
