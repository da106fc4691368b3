import { interact, type Interaction, isOwnKey, keyboardItems, noInteraction } from './interaction.ts';

const items = keyboardItems([null, 0.1, 0, -0.6, 0.3, null, 0.3]);

function press(state: Interaction, ...keys: string[]): Interaction {
  return keys.reduce(
    (now, key) =>
      interact(now, { type: 'key', key: key.replace('Shift+', ''), isShifted: key.startsWith('Shift+'), items }),
    state
  );
}

describe('keys', () => {
  it.each([
    [['ArrowRight'], 0],
    [['ArrowLeft'], 6],
    [['ArrowRight', 'ArrowRight'], 1],
    [['ArrowDown', 'ArrowDown', 'ArrowUp'], 0],
    [['ArrowRight', 'ArrowLeft'], 0],
    [['End', 'ArrowRight'], 6],
    [['Home', 'Shift+ArrowRight'], 5],
    [['Home', 'Shift+ArrowRight', 'Shift+ArrowRight'], 6],
    [['End', 'Shift+ArrowLeft', 'Shift+ArrowLeft'], 0],
    // By size: -0.6, then both 0.3 in their order, then 0.1.
    [['n'], 3],
    [['p'], 3],
    [['n', 'n'], 4],
    [['n', 'n', 'n'], 6],
    [['n', 'n', 'n', 'n', 'n'], 1],
    [['n', 'n', 'p'], 3],
    [['Home', 'n'], 3],
    [['Home', 'x'], 0],
    [['Home', 'Escape'], null],
  ])('%p lead to %p', (keys, active) => {
    expect(press(noInteraction, ...keys).active).toBe(active);
  });

  it('go nowhere without items', () => {
    const none = keyboardItems([]);
    for (const key of ['ArrowRight', 'Home', 'End', 'n', 'p', 'Enter']) {
      expect(interact(noInteraction, { type: 'key', key, isShifted: false, items: none })).toEqual(noInteraction);
    }
  });

  it('find no contributor where nothing contributes', () => {
    const flat = keyboardItems([null, 0]);
    expect(interact(noInteraction, { type: 'key', key: 'n', isShifted: false, items: flat }).active).toBeNull();
  });

  it('pin and release', () => {
    const pinned = press(noInteraction, 'Home', 'Enter');
    expect(pinned).toEqual({ active: 0, source: 'keyboard', isPinned: true });
    expect(press(pinned, 'Enter').isPinned).toBe(false);
    expect(press(noInteraction, 'Enter')).toEqual(noInteraction);
    expect(press(pinned, 'Escape')).toEqual(noInteraction);
  });

  it.each([
    ['ArrowLeft', true],
    ['n', true],
    ['Tab', false],
    ['N', false],
    [' ', false],
    ['F5', false],
    ['', false],
  ])('%p is taken: %p', (key, isTaken) => {
    expect(isOwnKey(key)).toBe(isTaken);
  });
});

describe('the pointer', () => {
  const pointed = interact(noInteraction, { type: 'point', item: 2 });

  it('reads what it points at', () => {
    expect(pointed).toEqual({ active: 2, source: 'pointer', isPinned: false });
    // The same object: nothing has to be drawn again.
    expect(interact(pointed, { type: 'point', item: 2 })).toBe(pointed);
    expect(interact(pointed, { type: 'leave' })).toEqual(noInteraction);
  });

  it('does not disturb what is pinned', () => {
    const pinned = interact(pointed, { type: 'click', item: 2 });
    expect(pinned.isPinned).toBe(true);
    expect(interact(pinned, { type: 'point', item: 4 })).toBe(pinned);
    expect(interact(pinned, { type: 'leave' })).toBe(pinned);
    expect(interact(pinned, { type: 'blur' })).toBe(pinned);
    expect(interact(pinned, { type: 'click', item: 2 }).isPinned).toBe(false);
    expect(interact(pinned, { type: 'click', item: 3 })).toEqual({ active: 3, source: 'pointer', isPinned: true });
    expect(interact(pinned, { type: 'click', item: null })).toEqual(noInteraction);
  });

  it('leaves the keyboard its place when it goes away', () => {
    const walked = press(noInteraction, 'Home');
    expect(interact(walked, { type: 'leave' })).toBe(walked);
    expect(interact(walked, { type: 'blur' })).toEqual(noInteraction);
  });
});
