import type { DistanceName } from '../contract/index.ts';
import type { FrequentItems, KllSketch } from '../sketch/index.ts';
import { emptyKll } from '../sketch/index.ts';
import type { Sides } from './index.ts';
import { driftContributions, driftDistance, histogramCells, itemCells } from './index.ts';
import { exactKll, frequentItems, weightedKll } from './testing/sketches.ts';

const names: readonly DistanceName[] = ['hellinger', 'jensenshannon', 'kl_divergence', 'psi'];

function cellsOf(sides: Sides<KllSketch>) {
  const cells = histogramCells(sides);
  if (cells === null) {
    throw new Error('there are no cells');
  }
  return cells;
}

/** Cells that are not empty, by their number. */
function filled(shares: Float64Array): Record<number, number> {
  return Object.fromEntries([...shares].flatMap((share, i) => (share === 0 ? [] : [[i, share]])));
}

describe('the bins of two windows of numbers', () => {
  it.each<[string, readonly KllSketch[], readonly KllSketch[]]>([
    ['nothing at all', [], []],
    ['no baseline', [], [exactKll(1)]],
    ['no target', [exactKll(1)], []],
    ['an empty baseline', [emptyKll(1024), emptyKll(8)], [exactKll(1)]],
    ['an empty target', [exactKll(1)], [emptyKll(1024)]],
    ['an infinite value in the baseline', [exactKll(0, Infinity)], [exactKll(1)]],
    ['an infinite value in the target', [exactKll(0, 1)], [exactKll(-Infinity, 1)]],
    ['only infinite values', [exactKll(Infinity)], [exactKll(Infinity)]],
  ])('are not there for %s', (_, baseline, target) => {
    expect(histogramCells({ baseline, target })).toBeNull();
  });

  it('reach from the least value of both to the greatest', () => {
    const cells = cellsOf({ baseline: [exactKll(0, 1, 29), exactKll(15)], target: [exactKll(29.5, 30)] });
    expect([...cells.edges]).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(cells.end).toBe(30);
    expect(filled(cells.baseline)).toEqual({ 0: 0.25, 1: 0.25, 15: 0.25, 29: 0.25 });
    expect(filled(cells.target)).toEqual({ 29: 1 });
  });

  it('count items with their weights', () => {
    const cells = cellsOf({ baseline: [weightedKll([[0], [30]])], target: [exactKll(0, 30)] });
    expect(filled(cells.baseline)).toEqual({ 0: 1 / 3, 29: 2 / 3 });
    expect(filled(cells.target)).toEqual({ 0: 0.5, 29: 0.5 });
  });

  it.each([0, -0, 5, -7.25, 1e9, -1e300, Number.MAX_VALUE, Number.MIN_VALUE])(
    'of the same value %d on both sides differ in nothing',
    (value) => {
      const cells = cellsOf({ baseline: [exactKll(value, value)], target: [exactKll(value)] });
      expect(cells.baseline).toEqual(cells.target);
      expect(cells.baseline.reduce((sum, share) => sum + share)).toBe(1);
      for (const name of names) {
        expect(driftDistance(name, cells)).toBe(0);
      }
      // Bins never run backwards, though they may have no width.
      const ends = [...cells.edges.slice(1), cells.end];
      expect(ends.every((end, i) => end >= (cells.edges[i] ?? NaN))).toBe(true);
    }
  );

  it('of the greatest numbers there are', () => {
    const { MAX_VALUE } = Number;
    const cells = cellsOf({ baseline: [exactKll(-MAX_VALUE)], target: [exactKll(MAX_VALUE)] });
    expect([filled(cells.baseline), filled(cells.target)]).toEqual([{ 0: 1 }, { 29: 1 }]);
    expect(driftDistance('hellinger', cells)).toBe(1);
  });

  it('of numbers that are apart by less than the least width', () => {
    const cells = cellsOf({ baseline: [exactKll(0)], target: [exactKll(2 ** -53)] });
    expect(driftDistance('hellinger', cells)).toBe(0);
  });

  it('of two values that are apart, however near', () => {
    const cells = cellsOf({ baseline: [exactKll(1)], target: [exactKll(2)] });
    expect(driftDistance('hellinger', cells)).toBe(1);
    expect(filled(driftContributions('hellinger', cells))).toEqual({ 0: 0.5, 29: 0.5 });
  });
});

describe('the items of two windows of texts', () => {
  // An empty sketch is also what is written when all items were purged: the total is lost with them.
  const nothing = frequentItems({});

  it.each<[string, readonly FrequentItems[], readonly FrequentItems[]]>([
    ['nothing at all', [], []],
    ['no baseline', [], [frequentItems({ a: 1 })]],
    ['no target', [frequentItems({ a: 1 })], []],
    ['an empty baseline', [nothing, nothing], [frequentItems({ a: 1 })]],
    ['an empty target', [frequentItems({ a: 1 })], [nothing]],
  ])('are not there for %s', (_, baseline, target) => {
    expect(itemCells({ baseline, target })).toBeNull();
  });

  it('are all that a sketch of either side holds', () => {
    const cells = itemCells({
      baseline: [frequentItems({ BR: 1, US: 1 }), nothing, frequentItems({ US: 2 })],
      target: [frequentItems({ '': 3, US: 1 })],
    });
    expect(cells).toEqual({
      kind: 'frequent_items',
      items: ['', 'BR', 'US'],
      baseline: Float64Array.of(0, 0.25, 0.75),
      target: Float64Array.of(0.75, 0, 0.25),
    });
  });

  it('have no cell for what was lost', () => {
    // 10 of 40 are not held any more: the shares sum to 3/4.
    const cells = itemCells({ baseline: [frequentItems({ a: 20, b: 10 }, 0, 10)], target: [frequentItems({ a: 1 })] });
    expect(cells).toMatchObject({ baseline: Float64Array.of(0.5, 0.25), target: Float64Array.of(1, 0) });
  });

  it('count with their upper bound, and not at all where a side does not hold them', () => {
    // Offsets of a window add: 1 + 2 for the baseline.
    const cells = itemCells({
      baseline: [frequentItems({ a: 5 }, 1, 3), frequentItems({ b: 9 }, 2, 3)],
      target: [frequentItems({ a: 4, c: 2 }, 4, 14)],
    });
    expect(cells).toMatchObject({
      items: ['a', 'b', 'c'],
      baseline: Float64Array.of(8 / 20, 12 / 20, 0),
      target: Float64Array.of(8 / 20, 0, 6 / 20),
    });
  });

  it('of one and the same text have no distance', () => {
    const cells = itemCells({ baseline: [frequentItems({ a: 1 })], target: [frequentItems({ a: 1000 })] });
    expect(cells === null ? null : names.map((name) => driftDistance(name, cells))).toEqual([0, 0, 0, 0]);
  });

  it('that are disjoint have the greatest distance', () => {
    const cells = itemCells({ baseline: [frequentItems({ a: 1 })], target: [frequentItems({ b: 1 })] });
    expect(cells === null ? null : driftDistance('hellinger', cells)).toBe(1);
    expect(cells === null ? null : driftDistance('jensenshannon', cells)).toBeCloseTo(Math.sqrt(Math.LN2), 15);
  });
});
