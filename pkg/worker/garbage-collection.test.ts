import { setTimeout as pause } from 'node:timers/promises';
import { GarbageCollection, idleMs, mostGrowthBytes, threadHeap } from './garbage-collection.ts';

/** A heap of the given bytes, of which collections leave the half. */
function heapOf(usedBytes: number) {
  const heap = {
    bytes: usedBytes,
    collected: 0,
    collect: () => {
      heap.collected += 1;
      heap.bytes /= 2;
    },
    usedBytes: () => heap.bytes,
  };
  return heap;
}

it('has limits', () => {
  expect([idleMs, mostGrowthBytes]).toEqual([2000, 33_554_432]);
});

describe('a thread without work', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('collects after two seconds, once', () => {
    const heap = heapOf(0);
    const collection = new GarbageCollection(heap);
    jest.advanceTimersByTime(10 * idleMs);
    expect(heap.collected).toBe(0);
    collection.worked();
    jest.advanceTimersByTime(1999);
    expect(heap.collected).toBe(0);
    jest.advanceTimersByTime(1);
    expect(heap.collected).toBe(1);
    jest.advanceTimersByTime(10 * idleMs);
    expect(heap.collected).toBe(1);
  });

  it('waits from the end of its last work, and waits again after more', () => {
    const heap = heapOf(0);
    const collection = new GarbageCollection(heap);
    for (let i = 0; i < 5; i += 1) {
      collection.worked();
      jest.advanceTimersByTime(idleMs - 1);
    }
    expect(heap.collected).toBe(0);
    jest.advanceTimersByTime(1);
    collection.worked();
    jest.advanceTimersByTime(idleMs);
    expect(heap.collected).toBe(2);
  });
});

describe('a query that was answered', () => {
  it('is collected after when the heap has grown much since the last collection', () => {
    const heap = heapOf(1000);
    const collection = new GarbageCollection(heap);
    heap.bytes = 1000 + mostGrowthBytes;
    collection.answered();
    expect(heap.collected).toBe(0);
    heap.bytes += 2;
    collection.answered();
    expect(heap.collected).toBe(1);
    // What is kept now is the half.
    collection.answered();
    expect(heap.collected).toBe(1);
    heap.bytes += mostGrowthBytes + 1;
    collection.answered();
    expect(heap.collected).toBe(2);
  });
});

describe('the heap of a thread', () => {
  it('frees what nobody holds any more', async () => {
    const { collect } = threadHeap();
    const kept = { list: Array.from({ length: 1000 }, (_, i) => i) };
    const held = new WeakRef(kept);
    const dropped = new WeakRef({ list: Array.from({ length: 1000 }, (_, i) => i) });
    // What a WeakRef was made of lives to the end of the task.
    await pause(1);
    collect();
    expect(dropped.deref()).toBeUndefined();
    expect(held.deref()).toBe(kept);
  });

  it('counts objects and buffers', () => {
    const { usedBytes } = threadHeap();
    const before = usedBytes();
    const buffer = new Uint8Array(50_000_000);
    expect(usedBytes() - before).toBeGreaterThan(buffer.length / 2);
  });
});
