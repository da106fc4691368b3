import { mapBounded, untilAborted } from './settle.ts';

describe('untilAborted', () => {
  it('gives the result, or the failure, of work that ends in time', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.resolve(7), signal)).resolves.toBe(7);
    await expect(untilAborted(Promise.reject(new Error('own')), signal)).rejects.toThrow('own');
  });

  it('gives the reason as soon as the signal aborts, and drops what comes later', async () => {
    const controller = new AbortController();
    const work = Promise.withResolvers<number>();
    const result = untilAborted(work.promise, controller.signal);
    controller.abort(new Error('reason'));
    await expect(result).rejects.toThrow('reason');
    // An unhandled rejection would fail this run.
    work.reject(new Error('late'));
    await new Promise(setImmediate);
  });

  it('gives the reason of a signal that had aborted before', async () => {
    await expect(
      untilAborted(Promise.reject(new Error('own')), AbortSignal.abort(new Error('before')))
    ).rejects.toThrow();
    await expect(untilAborted(new Promise(() => {}), AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
  });

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController();
    const add = jest.spyOn(signal, 'addEventListener');
    const remove = jest.spyOn(signal, 'removeEventListener');
    await untilAborted(Promise.resolve(), signal);
    expect(remove).toHaveBeenCalledTimes(add.mock.calls.length);
  });
});

describe('mapBounded', () => {
  it.each([
    [1, 1],
    [3, 3],
    [10, 5],
  ])('with a limit of %i runs %i of five items at a time, and keeps their order', async (limit, most) => {
    let running = 0;
    let peak = 0;
    const results = await mapBounded([5, 4, 3, 2, 1], limit, async (item) => {
      peak = Math.max(peak, ++running);
      for (let turn = 0; turn < item; turn++) {
        await new Promise(setImmediate);
      }
      running--;
      return item * 10;
    });
    expect(results).toEqual([50, 40, 30, 20, 10]);
    expect(peak).toBe(most);
  });

  it('gives nothing for nothing', async () => {
    expect(await mapBounded([], 3, async () => 1)).toEqual([]);
  });
});
