import { watchParent } from './watch-parent.ts';

describe('watchParent', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['an ordinary parent that died', 100, 1, true],
    ['pid 1 that lives, as Grafana in its container', 1, 1, false],
    ['pid 1 that died', 1, 0, true],
    ['a parent that lives', 100, 100, false],
  ])('with %s', (_name, atStart, later, isGone) => {
    let parent = atStart;
    const onGone = jest.fn();
    const watch = watchParent(2_000, onGone, () => parent);
    parent = later;
    jest.advanceTimersByTime(1_999);
    expect(onGone).not.toHaveBeenCalled();
    jest.advanceTimersByTime(10_000);
    expect(onGone).toHaveBeenCalledTimes(isGone ? 1 : 0);
    watch.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
