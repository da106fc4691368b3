import { driftEdges } from '../analyzer/index.ts';
import type { Binning, DisplayBins } from '../contract/index.ts';
import type { KllSketch } from '../sketch/index.ts';
import type { FiniteExtent } from './finite-extent.ts';
import { finiteExtent, finiteQuantiles } from './finite-extent.ts';

/** Fewest and most bins that are chosen from the data: 10, so that there is a shape; 200, a pixel or more for each. */
export const autoBins = { least: 10, most: 200 } as const;

/** Up to this many whole numbers in a row get one bin each: the minutes of an hour. Default 60. */
export const mostSingleNumbers = 60;

/** Bins of equal mass: 20, each 5 % of the baseline; more would be thinner than the error of a sketch in the tails. */
export const equalMassBins = 20;

/** Bins [edge i, edge i + 1), the last one up to `end`, which belongs to it. */
export interface DisplayEdges {
  readonly binning: Binning;
  /** Strictly ascending, at least one. */
  readonly edges: Float64Array;
  readonly end: number;
}

/** Values that can be told apart: neighbouring edges of very narrow bins are the same number. */
function ascending(edges: readonly number[], end: number): Float64Array {
  let before = -Infinity;
  const distinct = edges.filter((edge) => {
    const isNew = edge > before && edge < end;
    before = Math.max(before, edge);
    return isNew;
  });
  return Float64Array.from(distinct);
}

function equalWidth({ min, max }: FiniteExtent, count: number): DisplayEdges {
  const width = (max - min) / count;
  const edge = Number.isFinite(width)
    ? (i: number): number => min + i * width
    : // The difference of two finite numbers can be infinite.
      (i: number): number => min * (1 - i / count) + max * (i / count);
  return {
    binning: 'equal_width',
    edges: ascending(
      Array.from({ length: count }, (_, i) => edge(i)),
      max
    ),
    end: max,
  };
}

/** Bins that hold the same number of whole numbers each: others would hold now one more, now one less, and look jagged. */
function wholeNumbers({ min, max }: FiniteExtent, width: number): DisplayEdges {
  const count = Math.ceil((max - min + 1) / width);
  const edges = Float64Array.from({ length: count }, (_, i) => min - 0.5 + i * width);
  return { binning: width === 1 ? 'per_value' : 'whole_numbers', edges, end: min - 0.5 + count * width };
}

function equalMass(baseline: readonly KllSketch[], { min, max }: FiniteExtent): DisplayEdges {
  const ranks = Array.from({ length: equalMassBins - 1 }, (_, i) => (i + 1) / equalMassBins);
  return { binning: 'equal_mass', edges: ascending([min, ...finiteQuantiles(baseline, ranks)], max), end: max };
}

/** Halves of whole numbers must be told apart from them, with room for the arithmetic. */
const largestWhole = 2 ** 50;

function holdsWholeNumbers(sketches: readonly KllSketch[], { min, max }: FiniteExtent): boolean {
  return (
    Math.max(-min, max) <= largestWhole &&
    sketches.every(({ items }) => items.every((item) => Number.isInteger(item) || !Number.isFinite(item)))
  );
}

/**
 * Number of bins by Freedman and Diaconis (1981): width 2 IQR / n^(1/3). Where the middle half of the values is one
 * number, by Sturges (1926): 1 + log2 n. Not yet clamped.
 */
function naturalCount(sketches: readonly KllSketch[], { min, max, n }: FiniteExtent): number {
  const [lower = 0, upper = 0] = finiteQuantiles(sketches, [0.25, 0.75]);
  const width = (2 * (upper - lower)) / Math.cbrt(n);
  return width > 0 && Number.isFinite(width) ? Math.ceil((max - min) / width) : Math.ceil(1 + Math.log2(n));
}

function autoEdges(sketches: readonly KllSketch[], extent: FiniteExtent, most: number): DisplayEdges {
  const { min, max } = extent;
  const count = Math.min(most, Math.max(autoBins.least, naturalCount(sketches, extent)));
  if (!holdsWholeNumbers(sketches, extent)) {
    return equalWidth(extent, count);
  }
  const numbers = max - min + 1;
  const width = numbers <= Math.min(most, mostSingleNumbers) ? 1 : Math.max(1, Math.round(numbers / count));
  return wholeNumbers(extent, Math.max(width, Math.ceil(numbers / most)));
}

/** The windows whose values share bins. */
export interface NumberSides {
  readonly target: readonly KllSketch[];
  readonly baseline: readonly KllSketch[];
}

/**
 * The bins of a histogram for people over both sides.
 *
 * @param most greatest number of bins that `auto` may choose
 * @returns null when there is no finite value
 */
export function displayEdges(
  { target, baseline }: NumberSides,
  bins: DisplayBins,
  most: number = autoBins.most
): DisplayEdges | null {
  const both = [...baseline, ...target];
  const extent = finiteExtent(both);
  if (extent === null) {
    return null;
  }
  const { min, max } = extent;
  if (min === max) {
    return { binning: 'single_value', edges: Float64Array.of(min), end: max };
  }
  switch (bins) {
    case 'auto':
      return autoEdges(both, extent, most);
    case 'equal_mass':
      return equalMass(finiteExtent(baseline) === null ? target : baseline, extent);
    case 'analyzer':
      return { binning: 'analyzer', edges: ascending([...driftEdges(min, max)], max), end: max };
    default:
      return equalWidth(extent, bins);
  }
}
