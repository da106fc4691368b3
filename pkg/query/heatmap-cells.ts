import type { DistributionQuery } from '../contract/index.ts';
import type { KllSketch } from '../sketch/index.ts';
import { displayCounts } from './display-counts.ts';
import type { DisplayEdges } from './display-edges.ts';
import { displayEdges } from './display-edges.ts';

/** Most bins that a heat map chooses by itself: 60, as high as cells can be told apart in a panel of a few hundred pixels. */
export const mostHeatmapBins = 60;

/** The cells of a heat map, column by column of its grid, from the lowest bin to the highest. */
export interface HeatmapCells {
  /** Bins of each batch; 0 when there is no number. */
  readonly rows: number;
  readonly yMin: readonly number[];
  readonly yMax: readonly number[];
  /** Null in a batch without numbers. */
  readonly count: readonly (number | null)[];
}

/** Bins from their least to their greatest; a cell needs a height, so that of a single value reaches half a step around it. */
function bounds({ binning, edges, end }: DisplayEdges): readonly (readonly [number, number])[] {
  const [first = 0] = edges;
  return binning === 'single_value'
    ? [[first - 0.5, first + 0.5]]
    : [...edges].map((edge, i) => [edge, edges[i + 1] ?? end] as const);
}

/** The numbers of all batches over common bins; infinite ones are in none. */
export function heatmapCells(sketches: readonly (KllSketch | null)[], bins: DistributionQuery['bins']): HeatmapCells {
  const target = sketches.filter((sketch) => sketch !== null);
  const display = displayEdges({ target, baseline: [] }, bins, mostHeatmapBins);
  if (display === null) {
    return { rows: 0, yMin: [], yMax: [], count: [] };
  }
  const places = bounds(display);
  const grid = sketches.map((sketch) => (sketch === null ? null : displayCounts([sketch], display).counts));
  return {
    rows: places.length,
    yMin: grid.flatMap(() => places.map(([low]) => low)),
    yMax: grid.flatMap(() => places.map(([, high]) => high)),
    count: grid.flatMap((counts) => places.map((_, i) => counts?.[i] ?? null)),
  };
}
