import type { KllSketch } from '../../sketch/index.ts';
import { kllRankErrorBounds, sortedView } from '../../sketch/index.ts';
import type { HistogramCells, Sides } from '../drift-cells.ts';
import { at } from '../element.ts';
import { formatNumber } from '../format-number.ts';
import { cellCounts } from '../histogram.ts';
import { kolmogorovSurvival } from '../statistics/kolmogorov-survival.ts';
import type { Measured } from './measured.ts';
import { eachPlateau } from './plateaus.ts';

/** Where two distribution functions are farthest apart. */
interface Gap {
  /** Baseline's share of the values below `split`, less the target's. */
  readonly difference: number;
  readonly split: number;
}

/** A sketch that never compacted holds every value on one level. */
const exactLevelEntries = 2;

/** Largest error of a window's ranks at 99 % confidence, as a share: the errors of its sketches add by their weight. */
export function windowRankError(sketches: readonly KllSketch[]): number {
  let [n, error] = [0, 0];
  for (const sketch of sketches) {
    n += sketch.n;
    error += sketch.levels.length <= exactLevelEntries ? 0 : sketch.n * kllRankErrorBounds(sketch.minK).single;
  }
  return error / n;
}

/** n1 n2 / (n1 + n2), rounded to the nearest whole number, halves to the even one, as SciPy does. */
function effectiveSize(n1: number, n2: number): number {
  const size = n1 / (1 + n1 / n2);
  const below = Math.floor(size);
  return size - below === 0.5 ? below + (below % 2) : Math.round(size);
}

function sharesOf(sketches: readonly KllSketch[], edges: Float64Array): Float64Array {
  const n = sketches.reduce((sum, sketch) => sum + sketch.n, 0);
  return cellCounts(sketches, edges).map((count) => count / n);
}

/** Each cell's part in the gap: half of it stands in the shares below the split, half, turned, in those above. */
function contributionOf({ difference, split }: Gap, sides: Sides<KllSketch>, edges: Float64Array): Float64Array {
  const parts = Float64Array.from(new Set([...edges, split])).sort();
  const [baseline, target] = [sharesOf(sides.baseline, parts), sharesOf(sides.target, parts)];
  const contribution = new Float64Array(edges.length);
  let cell = 0;
  parts.forEach((part, i) => {
    while (cell + 1 < edges.length && at(edges, cell + 1) <= part) {
      cell += 1;
    }
    const lack = at(baseline, i) - at(target, i);
    contribution[cell] = at(contribution, cell) + (part < split ? lack : -lack) / (2 * difference);
  });
  return contribution;
}

/**
 * The two-sample Kolmogorov-Smirnov test of two windows of numbers. The value, which a threshold is compared with, is the
 * statistic D: the greatest distance of the distribution functions, over all items of the sketches, from 0 to 1. The
 * p-value is that of D less the rank errors of both sides, so sketch error alone never makes drift likely; it is null
 * for one value against one.
 */
export function measureKolmogorovSmirnov(sides: Sides<KllSketch>, { edges }: HistogramCells): Measured {
  const [baseline, target] = [sortedView(sides.baseline), sortedView(sides.target)];
  let gap: Gap = { difference: 0, split: Infinity };
  eachPlateau(baseline, target, (_, split, difference) => {
    if (Math.abs(difference) > Math.abs(gap.difference)) {
      gap = { difference, split };
    }
  });
  const statistic = Math.abs(gap.difference);
  const error = windowRankError(sides.baseline) + windowRankError(sides.target);
  const size = effectiveSize(baseline.n, target.n);
  const pValue = size === 0 ? null : kolmogorovSurvival(Math.max(0, statistic - error), size);
  const allowance = error === 0 ? '' : `, allowing for a sketch error of ${formatNumber(error)}`;
  return {
    value: statistic,
    contribution: statistic === 0 ? edges.map(() => 0) : contributionOf(gap, sides, edges),
    note: pValue === null ? 'too few values for a p-value' : `p-value ${formatNumber(pValue)}${allowance}`,
    pValue,
  };
}
