import type { KllSketch } from './kll-sketch.ts';
import { quantiles, requireRank, targetWeight, type QuantileConvention } from './quantile.ts';
import { selectItems } from './select-items.ts';
import { sortedView } from './sorted-view.ts';
import { kllTotals } from './totals.ts';

/** Up to this many items sorting all of them is quicker than looking for the few that matter (measured on Node 24). */
const sortingLimit = 8192;

/**
 * Same as `quantiles(sortedView(sketches), ranks, convention)`, equal in every bit, without sorting the union: only what
 * lies near each quantile is looked at. Measured on Node 24, a year of full sketches of k 1024 (a million items) and seven
 * ranks: 1.3 milliseconds instead of 75.
 *
 * @param ranks each 0 to 1
 * @returns the values in the order of the ranks; null when n = 0
 * @throws SketchError `argument` when a rank is not from 0 to 1, `limit` when n exceeds 2^53 - 1
 */
export function unionQuantiles(
  sketches: readonly KllSketch[],
  ranks: readonly number[],
  convention: QuantileConvention
): Float64Array | null {
  const count = sketches.reduce((sum, { levels }) => sum + (levels.at(-1) ?? 0), 0);
  if (count <= sortingLimit) return quantiles(sortedView(sketches), ranks, convention);
  ranks.forEach(requireRank);
  const { n, min, max } = kllTotals(sketches);
  const targets = ranks.map((rank) => targetWeight(rank, n, convention));
  const found = selectItems(sketches, targets, convention);
  if (found === null) return quantiles(sortedView(sketches), ranks, convention);
  return found.map((item, i) => (ranks[i] === 0 ? min : ranks[i] === 1 ? max : item));
}
