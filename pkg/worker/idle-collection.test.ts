import { setTimeout as pause } from 'node:timers/promises';
import { garbageCollector, IdleCollection, idleMs } from './idle-collection.ts';

describe('a thread without work', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('collects after a second, once', () => {
    const collect = jest.fn();
    const idle = new IdleCollection(collect);
    jest.advanceTimersByTime(10 * idleMs);
    expect(collect).not.toHaveBeenCalled();
    idle.worked();
    jest.advanceTimersByTime(999);
    expect(collect).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(collect).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10 * idleMs);
    expect(collect).toHaveBeenCalledTimes(1);
  });

  it('waits from the end of its last work, and waits again after more', () => {
    const collect = jest.fn();
    const idle = new IdleCollection(collect);
    for (let i = 0; i < 5; i += 1) {
      idle.worked();
      jest.advanceTimersByTime(idleMs - 1);
    }
    expect(collect).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    idle.worked();
    jest.advanceTimersByTime(idleMs);
    expect(collect).toHaveBeenCalledTimes(2);
  });
});

it('a collection frees what nobody holds any more', async () => {
  const collect = garbageCollector();
  const kept = { list: Array.from({ length: 1000 }, (_, i) => i) };
  const held = new WeakRef(kept);
  const dropped = new WeakRef({ list: Array.from({ length: 1000 }, (_, i) => i) });
  // What a WeakRef was made of lives to the end of the task.
  await pause(1);
  collect();
  expect(dropped.deref()).toBeUndefined();
  expect(held.deref()).toBe(kept);
});
