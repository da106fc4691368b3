import type { KllSketch } from '../sketch/index.ts';
import { emptyKll } from '../sketch/index.ts';
import { cellCounts, driftBins, driftEdges, extentOf } from './histogram.ts';
import { exactKll, weightedKll } from './testing/sketches.ts';

/** Rows in [edge i, edge i + 1), the last cell open above: what the sketches must say while they hold every value. */
function countRows(rows: readonly number[], edges: readonly number[]): number[] {
  return edges.map((edge, i) => {
    const next = edges[i + 1];
    return rows.filter((row) => row >= edge && (next === undefined || row < next)).length;
  });
}

describe('the extent of a window', () => {
  it.each<[string, readonly KllSketch[], ReturnType<typeof extentOf>]>([
    ['no sketches', [], null],
    ['empty sketches', [emptyKll(1024), emptyKll(8)], null],
    ['one value', [exactKll(3)], { n: 1, min: 3, max: 3 }],
    ['minus zero', [exactKll(-0)], { n: 1, min: -0, max: -0 }],
    ['an empty one among others', [emptyKll(8), exactKll(5, -2), emptyKll(8)], { n: 2, min: -2, max: 5 }],
    ['several', [exactKll(1, 2), exactKll(0), exactKll(9, 9, 9)], { n: 6, min: 0, max: 9 }],
    ['infinities', [exactKll(-Infinity, 0), exactKll(Infinity)], { n: 3, min: -Infinity, max: Infinity }],
  ])('of %s', (_, sketches, extent) => {
    expect(extentOf(sketches)).toEqual(extent);
  });
});

describe("the drift analyzer's bins", () => {
  it('are thirty of equal width', () => {
    expect(driftBins).toBe(30);
    expect([...driftEdges(0, 30)]).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect([...driftEdges(-60, 0)]).toEqual(Array.from({ length: 30 }, (_, i) => -60 + 2 * i));
  });

  // Second and last edge of the service on real pairs (golden/drift/drift.json: numeric same, offset, heavy).
  it.each([
    [-4.81630860441447, 3.59879233087557, -4.535805236875696, 3.318289054209968],
    [999999996.7158264, 1000000004.119687, 999999996.9626218, 1000000003.8728932],
  ])('from %d to %d', (lo, hi, second, last) => {
    const edges = driftEdges(lo, hi);
    expect(edges[0]).toBe(lo);
    expect(edges[1]).toBeCloseTo(second, 6);
    expect(edges[29]).toBeCloseTo(last, 5);
  });

  it('have a least width of 2^-52', () => {
    expect([...driftEdges(0, 0)]).toEqual(Array.from({ length: 30 }, (_, i) => i * 2 ** -52));
    expect([...driftEdges(0, 5e-324)]).toEqual([...driftEdges(0, 0)]);
    expect([...driftEdges(0, 29 * 2 ** -52)]).toEqual([...driftEdges(0, 0)]);
    expect(driftEdges(0, 60 * 2 ** -52)[1]).toBe(2 * 2 ** -52);
  });

  it('fall together where the numbers are too large for their width', () => {
    expect(new Set(driftEdges(1e9, 1e9))).toEqual(new Set([1e9]));
    expect(new Set(driftEdges(-7, -7)).size).toBeLessThan(30);
  });

  it('stay finite over the whole range of numbers', () => {
    const edges = driftEdges(-Number.MAX_VALUE, Number.MAX_VALUE);
    expect(edges.every(Number.isFinite)).toBe(true);
    expect(edges[0]).toBe(-Number.MAX_VALUE);
    expect(edges[15]).toBeLessThan(1e293);
    expect(edges[15]).toBeGreaterThan(-1e293);
    expect(edges[29]! / Number.MAX_VALUE).toBeCloseTo(28 / 30, 12);
  });
});

describe('the values in each cell', () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ['no values', [], [0, 1]],
    ['no cells', [1, 2], []],
    ['one cell', [0, 1, 2], [0]],
    ['values on the edges, which belong to the right', [0, 1, 2, 3], [0, 1, 2]],
    ['values just below the edges', [1 - 2 ** -53, 2 - 2 ** -52], [0, 1, 2]],
    ['values below the first edge, which are in no cell', [-1, -0.5, 0, 1], [0, 1]],
    ['minus zero on the edge zero', [-0, 0], [0, 1]],
    ['infinities', [-Infinity, 0, Infinity, Infinity], [0, 1]],
    ['equal values', [2, 2, 2, 2, 5], [1, 2, 3]],
    ['equal edges, of which the last one holds the values', [1, 1, 2], [1, 1, 2]],
    ['the greatest value, in the last cell', [0, 30], Array.from({ length: 30 }, (_, i) => i)],
  ])('for %s', (_, rows, edges) => {
    const counts = cellCounts([exactKll(...rows)], Float64Array.from(edges));
    expect([...counts]).toEqual(countRows(rows, edges));
  });

  it('of a window are the sums of those of its batches', () => {
    const rows = Array.from({ length: 700 }, (_, i) => ((i * 7919) % 1013) / 10);
    const batches = Array.from({ length: 7 }, (_, day) => exactKll(...rows.filter((__, i) => i % 7 === day)));
    const edges = driftEdges(0, 101.2);
    expect([...cellCounts(batches, edges)]).toEqual(countRows(rows, [...edges]));
    expect([...cellCounts([...batches].reverse(), edges)]).toEqual(countRows(rows, [...edges]));
    expect([...cellCounts([emptyKll(1024), ...batches, emptyKll(8)], edges)]).toEqual(countRows(rows, [...edges]));
  });

  it('count an item of a compacted level with its weight', () => {
    // Weights 1, 1, 4 and 4: items 0 and 3 of level 0, 1 and 2 of level 2.
    const sketch = weightedKll([[3, 0], [], [1, 2]]);
    expect(sketch.n).toBe(10);
    expect([...cellCounts([sketch], Float64Array.of(0, 1, 2, 3))]).toEqual([1, 4, 4, 1]);
    expect([...cellCounts([sketch, exactKll(2, 2)], Float64Array.of(0, 1.5, 2.5))]).toEqual([5, 6, 1]);
  });

  it('give the same when asked again, whatever was asked between: counts are kept for each sketch', () => {
    const sketch = exactKll(1, 2, 3);
    const asked: readonly (readonly [readonly number[], readonly number[]])[] = [
      [
        [0, 2],
        [1, 2],
      ],
      [
        [0, 2],
        [1, 2],
      ],
      [
        [0, 3],
        [2, 1],
      ],
      [[0], [3]],
      [
        [0, 2],
        [1, 2],
      ],
    ];
    for (const [edges, counts] of asked) {
      expect([...cellCounts([sketch], Float64Array.from(edges))]).toEqual(counts);
    }
    expect([...cellCounts([exactKll(5)], Float64Array.of(0, 2))]).toEqual([0, 1]);
  });

  it('are not counted by edges that run backwards', () => {
    expect(() => cellCounts([exactKll(1)], Float64Array.of(2, 1))).toThrow('split 1 stands behind 2');
  });
});
