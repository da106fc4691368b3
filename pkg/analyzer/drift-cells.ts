import type { DistanceName, DriftBins } from '../contract/index.ts';
import type { FrequentItems, KllSketch } from '../sketch/index.ts';
import { addFrequentItems } from '../sketch/index.ts';
import { contributions, distance } from './distance.ts';
import { equalMassEdges } from './drift/equal-mass-edges.ts';
import { at } from './element.ts';
import { cellCounts, driftEdges, extentOf } from './histogram.ts';

/** The two sides of a comparison, each a window of batches. */
export interface Sides<Sketch> {
  readonly baseline: readonly Sketch[];
  readonly target: readonly Sketch[];
}

/** Shares of both sides over common cells. */
export interface CommonCells {
  readonly baseline: Float64Array;
  readonly target: Float64Array;
}

/** Cells of numbers: bins, by their left edges; `end` closes the last one, at the greatest value of both sides. */
export interface HistogramCells extends CommonCells {
  readonly kind: 'histogram';
  readonly edges: Float64Array;
  readonly end: number;
}

/** Cells of texts: the items that a sketch of either side holds, in order. There is no cell for the rest. */
export interface ItemCells extends CommonCells {
  readonly kind: 'frequent_items';
  readonly items: readonly string[];
}

export type DriftCells = HistogramCells | ItemCells;

/**
 * The drift analyzer's bins over two windows of numbers (spec/analyzers.md b.5).
 *
 * @param bins WhyLabs' thirty of equal width, or ours with equal shares of the baseline
 * @returns null when one of the sides has no values, or an infinite one: 30 bins of equal width do not reach there
 */
export function histogramCells(
  { baseline, target }: Sides<KllSketch>,
  bins: DriftBins = 'equal_width'
): HistogramCells | null {
  const [of1, of2] = [extentOf(baseline), extentOf(target)];
  if (of1 === null || of2 === null) {
    return null;
  }
  const [lo, hi] = [Math.min(of1.min, of2.min), Math.max(of1.max, of2.max)];
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) {
    return null;
  }
  const edges = bins === 'equal_width' ? driftEdges(lo, hi) : equalMassEdges(lo, { baseline, target });
  return {
    kind: 'histogram',
    edges,
    // Bins have a least width, so those of values that are nearly equal reach beyond the greatest of them.
    end: Math.max(hi, at(edges, edges.length - 1)),
    baseline: cellCounts(baseline, edges).map((count) => count / of1.n),
    target: cellCounts(target, edges).map((count) => count / of2.n),
  };
}

function sharesOf(sketch: FrequentItems, items: readonly string[]): Float64Array {
  // A kept item counts with its estimate, the upper bound; an item that the sketch does not hold counts nothing.
  const estimates = new Map(sketch.items.map(({ value, weight }) => [value, weight + sketch.offset]));
  return Float64Array.from(items, (item) => (estimates.get(item) ?? 0) / sketch.totalWeight);
}

/**
 * The items of two windows of texts (spec/analyzers.md b.5): all that a sketch of either side holds.
 *
 * @returns null when one of the sides is empty, or lost all its items (its total weight is lost with them)
 */
export function itemCells({ baseline, target }: Sides<FrequentItems>): ItemCells | null {
  if (baseline.length === 0 || target.length === 0) {
    return null;
  }
  const [sketch1, sketch2] = [addFrequentItems(baseline), addFrequentItems(target)];
  if (sketch1.totalWeight === 0 || sketch2.totalWeight === 0) {
    return null;
  }
  const names = new Set([...sketch1.items, ...sketch2.items].map(({ value }) => value));
  const items = [...names].sort((a, b) => (a < b ? -1 : 1));
  return { kind: 'frequent_items', items, baseline: sharesOf(sketch1, items), target: sharesOf(sketch2, items) };
}

/** The distance over common cells. Zero where all values of both sides are one and the same. */
export function driftDistance(name: DistanceName, cells: DriftCells): number {
  return distance(name, cells.baseline, cells.target);
}

/** Each cell's share of the distance; they sum to 1, or are all 0. */
export function driftContributions(name: DistanceName, cells: DriftCells): Float64Array {
  return contributions(name, cells.baseline, cells.target);
}
