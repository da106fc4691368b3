/** What one side of a comparison holds, for the words about it. */
export interface SideState {
  /** The side's time in words: a day, or days from and to. */
  readonly name: string;
  /** Batches that could be read and have the column. */
  readonly batches: number;
  /** Buckets that the side covers. */
  readonly buckets: number;
  /** Reasons of the batches that cannot be read, one for each. */
  readonly failures: readonly string[];
  readonly rows: number | null;
  readonly nulls: number | null;
  /** Values of the kind that is compared: finite numbers, or items. */
  readonly n: number;
}
