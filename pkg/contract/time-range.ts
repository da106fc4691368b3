/** A half-open interval of a monitor document: `startMs <= t < endMs`, epoch ms. */
export interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}
