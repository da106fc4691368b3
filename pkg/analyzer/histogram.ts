import type { KllSketch } from '../sketch/index.ts';
import { kllWeightsBelow } from '../sketch/index.ts';
import { at } from './element.ts';

/** Bins of the drift analyzer. */
export const driftBins = 30;

/** Least width of a bin, WhyLabs' 2^-52. */
const leastWidth = 2 ** -52;

interface Weights {
  readonly edges: Float64Array;
  readonly below: Float64Array;
}

/**
 * What was counted last in each sketch. A batch is in many windows, and from one target to the next the edges are mostly
 * the same: they change with the least or the greatest value of a whole window.
 */
const counted = new WeakMap<KllSketch, Weights>();

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((edge, i) => Object.is(edge, at(b, i))));
}

function weightsBelow(sketch: KllSketch, edges: Float64Array): Float64Array {
  const last = counted.get(sketch);
  if (last !== undefined && isSame(last.edges, edges)) {
    return last.below;
  }
  const below = kllWeightsBelow(sketch, edges);
  counted.set(sketch, { edges, below });
  return below;
}

/** Least and greatest value of a set of batches, and how many values they hold. Null when they hold none. */
export interface Extent {
  readonly n: number;
  readonly min: number;
  readonly max: number;
}

/** The extent of a window of batches. */
export function extentOf(sketches: readonly KllSketch[]): Extent | null {
  let n = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const sketch of sketches) {
    if (sketch.n > 0) {
      n += sketch.n;
      min = Math.min(min, sketch.min);
      max = Math.max(max, sketch.max);
    }
  }
  return n === 0 ? null : { n, min, max };
}

/**
 * The left edges of the drift analyzer's bins over both sides' extent (spec/analyzers.md b.5, steps 1 and 3). Bin i
 * is [edge i, edge i + 1), the last one closed at the maximum.
 *
 * @param lo finite, not above `hi`
 * @param hi finite
 */
export function driftEdges(lo: number, hi: number): Float64Array {
  const width = Math.max((hi - lo) / driftBins, leastWidth);
  const edge = Number.isFinite(width)
    ? (i: number): number => lo + i * width
    : // The difference of two finite numbers can be infinite.
      (i: number): number => lo * (1 - i / driftBins) + hi * (i / driftBins);
  return Float64Array.from({ length: driftBins }, (_, i) => edge(i));
}

/**
 * Number of values of a window in each of the cells [edge i, edge i + 1), the last cell open above. Values below the
 * first edge are in no cell. Batches add, nothing is compacted (law 2), so the counts are exact integers.
 *
 * @param edges ascending; equal ones may repeat. Not written to afterwards: counts are kept by them
 * @throws SketchError `argument` when they do not ascend
 */
export function cellCounts(sketches: readonly KllSketch[], edges: Float64Array): Float64Array {
  const below = new Float64Array(edges.length);
  let n = 0;
  for (const sketch of sketches) {
    if (sketch.n > 0) {
      n += sketch.n;
      const weights = weightsBelow(sketch, edges);
      for (let i = 0; i < below.length; i += 1) {
        below[i] = at(below, i) + at(weights, i);
      }
    }
  }
  return below.map((weight, i) => (i + 1 < below.length ? at(below, i + 1) : n) - weight);
}
