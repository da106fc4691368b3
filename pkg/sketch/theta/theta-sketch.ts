/** What a compact theta sketch of v0 says (spec 5.4). */
export interface ThetaSketch {
  /** Estimated number of distinct values. */
  readonly estimate: number;
  /** Share of the hash space that was kept, in (0, 1]; 1 means the estimate is exact. */
  readonly theta: number;
  /** Number of hashes kept. */
  readonly count: number;
}
