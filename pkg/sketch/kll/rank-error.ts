/** Normalized rank errors at 99 % confidence. */
export interface KllRankErrorBounds {
  /** Of one rank or quantile. */
  readonly single: number;
  /** Of all cells of a PMF together. */
  readonly pmf: number;
}

/** Rank errors of a sketch whose `minK` is `k` (spec 5.1.4). */
export function kllRankErrorBounds(k: number): KllRankErrorBounds {
  return { single: 2.296 / Math.pow(k, 0.9723), pmf: 2.446 / Math.pow(k, 0.9433) };
}
