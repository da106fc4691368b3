import type { DriftCells, HistogramCells } from '../analyzer/index.ts';
import { driftContributions, itemCells } from '../analyzer/index.ts';
import type { Binning, DisplayBins, DistanceName } from '../contract/index.ts';
import type { Field } from '../grafana/frames.ts';
import { numbers, strings } from '../grafana/frames.ts';
import type { ColumnProfile } from '../profile/index.ts';
import type { FrequentItems, KllSketch } from '../sketch/index.ts';
import { displayCounts } from './display-counts.ts';
import { displayEdges } from './display-edges.ts';
import type { Shape } from './drift-value.ts';

/** The fields of a profile frame. */
export interface Drawing {
  readonly fields: readonly Field[];
  /** Values that each side's shares are of. */
  readonly n: { readonly target: number; readonly baseline: number };
  readonly binning: Binning | null;
}

/** Two windows of batches; the baseline is empty where there is none. */
export interface DrawnSides {
  readonly target: readonly ColumnProfile[];
  readonly baseline: readonly ColumnProfile[];
}

const percent = { unit: 'percentunit' } as const;

/** A side without values has no counts either: absent is not zero. */
function sideFields(name: 'target' | 'baseline', counts: Float64Array, n: number): readonly Field[] {
  const values = n === 0 ? Array.from(counts, () => null) : counts;
  const shares = n === 0 ? values : counts.map((count) => count / n);
  return [
    { name, values: numbers(values), config: { displayNameFromDS: name } },
    { name: `${name}_share`, values: numbers(shares), config: percent },
  ];
}

interface Counts {
  readonly counts: Float64Array;
  readonly n: number;
}

function bothFields(places: readonly Field[], target: Counts, baseline: Counts): readonly Field[] {
  const ofTarget = sideFields('target', target.counts, target.n);
  return baseline.n === 0
    ? [...places, ...ofTarget]
    : [...places, ...ofTarget, ...sideFields('baseline', baseline.counts, baseline.n)];
}

const nothing: Counts = { counts: new Float64Array(0), n: 0 };

/** A frame of a column that has nothing to draw. */
export function noDrawing(shape: Shape): Drawing {
  const none = new Float64Array(0);
  const places: readonly Field[] =
    shape === 'histogram'
      ? [
          { name: 'xMin', values: numbers(none) },
          { name: 'xMax', values: numbers(none) },
        ]
      : [{ name: 'category', values: strings([]) }];
  return { fields: bothFields(places, nothing, nothing), n: { target: 0, baseline: 0 }, binning: null };
}

function sketchesOf(columns: readonly ColumnProfile[]): readonly KllSketch[] {
  return columns.flatMap(({ distribution }) => distribution?.kll ?? []);
}

/** The bins of a histogram with the number and share of each side's finite values. */
export function histogramDrawing({ target, baseline }: DrawnSides, bins: DisplayBins): Drawing {
  const sides = { target: sketchesOf(target), baseline: sketchesOf(baseline) };
  const display = displayEdges(sides, bins);
  if (display === null) {
    return noDrawing('histogram');
  }
  const [ofTarget, ofBaseline] = [displayCounts(sides.target, display), displayCounts(sides.baseline, display)];
  const { edges, end, binning } = display;
  const places = [
    { name: 'xMin', values: numbers(edges) },
    { name: 'xMax', values: numbers(Float64Array.of(...edges.subarray(1), end)) },
  ];
  return {
    fields: bothFields(places, ofTarget, ofBaseline),
    n: { target: ofTarget.n, baseline: ofBaseline.n },
    binning,
  };
}

function itemsOf(columns: readonly ColumnProfile[]): readonly FrequentItems[] {
  return columns.flatMap(({ frequentItems }) =>
    frequentItems !== null && frequentItems.totalWeight > 0 ? [frequentItems] : []
  );
}

function totalOf(sketches: readonly FrequentItems[]): number {
  return sketches.reduce((sum, { totalWeight }) => sum + totalWeight, 0);
}

/** Shares are counts over n: counts come back as the whole numbers they were. */
function countsOf(shares: Float64Array, n: number): Counts {
  return { counts: shares.map((share) => Math.round(share * n)), n };
}

/**
 * The categories of both sides with the number and share of each.
 *
 * @param cells what the distance was computed from, whose shares of it are told; null where there is no distance
 */
export function categoriesDrawing(
  { target, baseline }: DrawnSides,
  cells: DriftCells | null,
  algorithm: DistanceName
): Drawing {
  const [ofTarget, ofBaseline] = [itemsOf(target), itemsOf(baseline)];
  // A side that is empty is laid over the other's categories, and counts nothing.
  const places = itemCells({
    target: ofTarget.length === 0 ? ofBaseline : ofTarget,
    baseline: ofBaseline.length === 0 ? ofTarget : ofBaseline,
  });
  if (places === null) {
    return noDrawing('categories');
  }
  const n = { target: totalOf(ofTarget), baseline: totalOf(ofBaseline) };
  const category: Field = { name: 'category', values: strings(places.items) };
  const fields = bothFields([category], countsOf(places.target, n.target), countsOf(places.baseline, n.baseline));
  return { fields: cells === null ? fields : [...fields, contributionField(cells, algorithm)], n, binning: null };
}

function contributionField(cells: DriftCells, algorithm: DistanceName): Field {
  return { name: 'contribution', values: numbers(driftContributions(algorithm, cells)), config: percent };
}

/**
 * The analyzer's own bins with each one's share of the distance. Bins without width that hold nothing are left out:
 * neighbouring edges of very narrow bins are the same number.
 *
 * @param isSingleValue whether all values of both sides are one and the same; then there is one bin of no width
 */
export function contributionFields(
  { edges, end, target, baseline, ...cells }: HistogramCells,
  algorithm: DistanceName,
  isSingleValue: boolean
): readonly Field[] {
  const ends = isSingleValue ? edges : Float64Array.of(...edges.subarray(1), end);
  const isShown = (_: number, i: number): boolean =>
    (ends[i] ?? 0) > (edges[i] ?? 0) || (target[i] ?? 0) > 0 || (baseline[i] ?? 0) > 0;
  const shown = (values: Float64Array): Float64Array => values.filter(isShown);
  const contribution = driftContributions(algorithm, { edges, end, target, baseline, ...cells });
  return [
    { name: 'xMin', values: numbers(isSingleValue ? edges.slice(0, 1) : shown(edges)) },
    { name: 'xMax', values: numbers(isSingleValue ? edges.slice(0, 1) : shown(ends)) },
    { name: 'contribution', values: numbers(shown(contribution)), config: percent },
    { name: 'target_share', values: numbers(shown(target)), config: percent },
    { name: 'baseline_share', values: numbers(shown(baseline)), config: percent },
  ];
}
