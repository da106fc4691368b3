import { cdf, type KllSketch, sortedView, type SortedView } from '../sketch/index.ts';
import { at } from './element.ts';
import { type Classification, leastDenominator } from './model-performance.ts';

/** One threshold on the score. */
export interface RocPoint {
  readonly fpr: number;
  readonly recall: number;
  readonly precision: number;
}

/** Split points between the smallest and the largest retained score (spec 4.3). */
const splits = 99;

/**
 * The receiver operating characteristic of one label, as the service computes it: a point for each of 99 thresholds
 * between the smallest and the largest retained score and one above all. A score is that of the predicted class as logged; this
 * is the true curve only where it is the positive class's probability. Empty without scores.
 */
export function rocPoints(classification: Classification, label: number): readonly RocPoint[] {
  const groups = scoreGroups(classification, label);
  const filled = Object.values(groups).filter((group) => group.n > 0);
  if (filled.length === 0) return [];
  // Of the retained scores: those alone can lie on either side of a threshold.
  const low = Math.min(...filled.map(({ items }) => at(items, 0)));
  const high = Math.max(...filled.map(({ items }) => at(items, items.length - 1)));
  // Infinite scores leave no room for thresholds.
  if (!Number.isFinite(high - low)) return [];
  const width = Math.max((high - low) / (splits + 1), unitInTheLastPlace(low));
  const edges = Float64Array.from({ length: splits }, (_, index) => low + (index + 1) * width);
  const tp = countsAbove(groups.tp, edges);
  const fp = countsAbove(groups.fp, edges);
  const fn = countsAbove(groups.fn, edges);
  const tn = countsAbove(groups.tn, edges);
  const positives = Math.max(groups.tp.n + groups.fn.n, leastDenominator);
  const negatives = Math.max(groups.tn.n + groups.fp.n, leastDenominator);
  return Array.from(tp, (above, index) => {
    const truly = above + (fn[index] ?? 0);
    const falsely = (tn[index] ?? 0) + (fp[index] ?? 0);
    const recall = truly / positives;
    return { fpr: falsely / negatives, recall, precision: recall === 0 ? 1 : truly / (truly + falsely) };
  });
}

/** Area under the curve of one label, by trapezoids over ascending fpr; 0 where there are no scores to draw it from, as in the service. */
export function auroc(classification: Classification, label: number): number {
  const points = rocPoints(classification, label).toSorted((left, right) => left.fpr - right.fpr);
  let area = 0;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next !== undefined) area += ((next.fpr - point.fpr) * (next.recall + point.recall)) / 2;
  }
  return area;
}

/** The weighted unions of the scores of true and false positives and negatives: nothing is compacted for it. */
function scoreGroups(
  { labels, cells }: Classification,
  label: number
): Readonly<Record<'tp' | 'fp' | 'fn' | 'tn', SortedView>> {
  const groups: Record<'tp' | 'fp' | 'fn' | 'tn', KllSketch[]> = { tp: [], fp: [], fn: [], tn: [] };
  for (const [cell, { kll }] of cells.entries()) {
    if (kll === null) continue;
    const isPredicted = Math.floor(cell / labels.length) === label;
    const isTrue = cell % labels.length === label;
    groups[isPredicted ? (isTrue ? 'tp' : 'fp') : isTrue ? 'fn' : 'tn'].push(kll);
  }
  return {
    tp: sortedView(groups.tp),
    fp: sortedView(groups.fp),
    fn: sortedView(groups.fn),
    tn: sortedView(groups.tn),
  };
}

/** How many scores lie at or above each edge, and 0 above all. */
function countsAbove(view: SortedView, edges: Float64Array): Float64Array {
  const below = cdf(view, edges);
  return Float64Array.from({ length: edges.length + 1 }, (_, index) =>
    below === null ? 0 : view.n * (1 - (below[index] ?? 1))
  );
}

/** Distance from a number to the next larger magnitude, as Java's `Math.ulp`. */
function unitInTheLastPlace(value: number): number {
  const magnitude = Math.abs(value);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, magnitude);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0) - magnitude;
}
