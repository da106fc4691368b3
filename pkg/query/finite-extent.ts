import { extentOf } from '../analyzer/index.ts';
import type { KllSketch } from '../sketch/index.ts';
import { sortedView, unionQuantiles } from '../sketch/index.ts';

/** The finite values of a window: infinite ones are in no bin, and bins need ends. */
export interface FiniteExtent {
  readonly min: number;
  readonly max: number;
  /** Values, the infinite ones left out. */
  readonly n: number;
  /** Values of minus infinity. */
  readonly below: number;
  /** All values. */
  readonly total: number;
}

/**
 * The extent of a window's finite values; null when it holds none. Beside infinities it is that of the retained items:
 * the exact extremes of such a sketch are the infinities themselves.
 */
export function finiteExtent(sketches: readonly KllSketch[]): FiniteExtent | null {
  const extent = extentOf(sketches);
  if (extent === null) {
    return null;
  }
  const { min, max, n: total } = extent;
  if (Number.isFinite(min) && Number.isFinite(max)) {
    return { min, max, n: total, below: 0, total };
  }
  const { items, cumulativeWeights } = sortedView(sketches);
  const first = items.findIndex(Number.isFinite);
  const last = items.findLastIndex(Number.isFinite);
  const [least, greatest] = [items[first], items[last]];
  if (least === undefined || greatest === undefined) {
    return null;
  }
  const below = cumulativeWeights[first - 1] ?? 0;
  return { min: least, max: greatest, n: (cumulativeWeights[last] ?? 0) - below, below, total };
}

/** Quantiles of the finite values of a window, by the classic convention; empty when it holds none. */
export function finiteQuantiles(sketches: readonly KllSketch[], ranks: readonly number[]): readonly number[] {
  const extent = finiteExtent(sketches);
  if (extent === null) {
    return [];
  }
  const { n, below, total } = extent;
  const values = unionQuantiles(
    sketches,
    n === total ? ranks : ranks.map((rank) => (below + rank * n) / total),
    'classic'
  );
  // A rank near an end of the finite values may be answered by the infinity beside them.
  return [...(values ?? [])].map((value) => Math.min(extent.max, Math.max(extent.min, value)));
}
