import { cellCounts } from '../analyzer/index.ts';
import type { KllSketch } from '../sketch/index.ts';
import type { DisplayEdges } from './display-edges.ts';

/** The finite values of a window over bins. */
export interface DisplayCounts {
  /** Values in each bin, whole numbers. */
  readonly counts: Float64Array;
  /** Sum of the counts. */
  readonly n: number;
}

/** Counts a window's values over bins that hold all its finite ones; infinite values are in none. */
export function displayCounts(sketches: readonly KllSketch[], { edges }: DisplayEdges): DisplayCounts {
  // One cell more, which begins at infinity and takes what is there.
  const counts = cellCounts(sketches, Float64Array.of(...edges, Infinity)).subarray(0, edges.length);
  return { counts, n: counts.reduce((sum, count) => sum + count, 0) };
}
