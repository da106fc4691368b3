/** `meta.custom` of every frame: what it was computed from, so that a panel can say whether to believe it. */
export interface Provenance {
  readonly datasetId: string;
  /** Epoch ms up to which data was eligible. */
  readonly evaluationTimeMs: number;
  /** Profiles that the frame's values stand on. */
  readonly profiles: number;
  /** Epoch ms at which the newest of them was created; null when none says. */
  readonly newestArrivalMs: number | null;
  /** Profiles that could not be read and are missing here. */
  readonly rejected: number;
  /** Batch size of the values; coarser than asked for where maxDataPoints forced it. */
  readonly granularity: string;
  /** Epoch ms at which the store was last listed. */
  readonly listedMs: number;
}
