import fc from 'fast-check';
import { hitTest } from './hit-test.ts';

const bars = [10, 20, 40].map((x) => ({ area: { x, y: 5, width: 10, height: 50 } }));

describe('a hit test', () => {
  it.each([
    [9.99, 30, null],
    [10, 30, 0],
    [19.99, 30, 0],
    [20, 30, 1],
    [30, 30, null],
    [39.9, 30, null],
    [49.9, 30, 2],
    [50, 30, null],
    [1e9, 30, null],
    [15, 4.9, null],
    [15, 5, 0],
    [15, 55, null],
    [NaN, 30, null],
  ])('at %d, %d finds %p', (x, y, item) => {
    expect(hitTest(bars, 'x', { x, y })).toBe(item);
  });

  it('finds nothing among nothing', () => {
    expect(hitTest([], 'x', { x: 0, y: 0 })).toBeNull();
  });

  it('finds rows', () => {
    const rows = [0, 10, 20].map((y) => ({ area: { x: 0, y, width: 100, height: 10 } }));
    expect([5, 10, 29.9, 30].map((y) => hitTest(rows, 'y', { x: 50, y }))).toEqual([0, 1, 2, null]);
  });

  it('finds what looking through all finds', () => {
    const items = fc.array(fc.tuple(fc.nat(20), fc.nat(20))).map((steps) => {
      let at = 0;
      return steps.map(([gap, width]) => {
        const x = at + gap;
        at = x + width;
        return { area: { x, y: 0, width, height: 1 } };
      });
    });
    fc.assert(
      fc.property(items, fc.nat(800), (list, x) => {
        const all = list.flatMap(({ area }, idx) => (x >= area.x && x < area.x + area.width ? [idx] : []));
        expect(hitTest(list, 'x', { x, y: 0 })).toBe(all[0] ?? null);
      })
    );
  });
});
