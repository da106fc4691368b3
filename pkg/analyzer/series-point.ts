/** One bucket of a metric's series. */
export interface SeriesPoint {
  /** Start of the bucket, epoch ms. */
  readonly timeMs: number;
  /** Null: the bucket is missing, or has no such metric. */
  readonly value: number | null;
}
