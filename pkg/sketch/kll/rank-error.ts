/** Normalized rank errors at 99 % confidence. */
export interface KllRankErrorBounds {
  /** Of one rank or quantile. */
  readonly single: number;
  /** Of all cells of a PMF together. */
  readonly pmf: number;
}

/**
 * Normalized rank errors of KLL sketches as DataSketches measured them (spec 5.1.4), at 99 % confidence. An exact sketch,
 * which never compacted, has none.
 *
 * @param k the sketch's `minK`; for a union the least of all
 */
export function kllRankErrorBounds(k: number): KllRankErrorBounds {
  return { single: 2.296 / Math.pow(k, 0.9723), pmf: 2.446 / Math.pow(k, 0.9433) };
}
