import type { KllSketch } from './kll-sketch.ts';
import { kllTotals, type KllTotals } from './totals.ts';
import { cumulate, joinRuns, mergeRuns } from './weighted-runs.ts';

/** All retained items of one or more sketches in ascending order: what ranks and quantiles are asked of. Plain data. */
export interface SortedView extends KllTotals {
  /** Ascending; equal items stand side by side. */
  readonly items: Float64Array;
  /** Weight of the items up to and including each, exact integers. The last is n. */
  readonly cumulativeWeights: Float64Array;
}

/**
 * The weighted union of any number of sketches: every retained item keeps its weight, nothing is compacted, so the union
 * is at least as exact as its parts (design, law 2). Sketches of unequal k or item size may meet; the order of the
 * sketches does not matter. No sketch at all, or only empty ones, give a view with n = 0.
 *
 * @throws SketchError `limit` when n exceeds 2^53 - 1
 */
export function sortedView(sketches: readonly KllSketch[]): SortedView {
  const { items, levels } = mergeRuns(joinRuns(sketches));
  return { ...kllTotals(sketches), items, cumulativeWeights: cumulate(levels) };
}
