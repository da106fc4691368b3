import type { KllSketch } from '../../sketch/index.ts';
import { unionQuantiles } from '../../sketch/index.ts';

/** Bins with equal shares of the baseline: as many as WhyLabs' bins of equal width. */
export const equalMassBins = 30;

/** A little above i/30: a product with the number of values that should be whole must not fall below it by rounding. */
const ranks = Array.from({ length: equalMassBins }, (_, i) => (i / equalMassBins) * (1 + 2 ** -40));

function leastAbove(value: number, sketches: readonly KllSketch[]): number {
  let least = Infinity;
  for (const { items } of sketches) {
    for (const item of items) {
      if (item > value && item < least) {
        least = item;
      }
    }
  }
  return least;
}

/**
 * Left edges of bins with equal shares of the baseline: its quantiles at 0, 1/30, …, 29/30, the first bin reaching down
 * to the least value of both sides. A value that holds more than one bin's share gets a bin of its own, up to the next
 * value of either side, so that a move away from it shows; there are fewer bins then, and never more than 31. Edges
 * strictly ascend: the value after a repeated quantile is never above the next quantile.
 *
 * @param lo least value of both sides, finite
 */
export function equalMassEdges(
  lo: number,
  { baseline, target }: { readonly baseline: readonly KllSketch[]; readonly target: readonly KllSketch[] }
): Float64Array {
  const quantiles = unionQuantiles(baseline, ranks, 'classic') ?? new Float64Array(0);
  const inner = [...quantiles].flatMap((value, i) =>
    i === 0 ? [] : value === quantiles[i - 1] ? [value, leastAbove(value, [...baseline, ...target])] : [value]
  );
  return Float64Array.from(new Set([lo, ...inner].filter(Number.isFinite)));
}
