import type { BucketSize } from './bucket.ts';
import { addBuckets, bucketStart } from './bucket.ts';

const minuteMs = 60_000;

export interface EvaluationMoment {
  /** True when an alert rule asks. */
  readonly isAlert: boolean;
  /** End of the request's range, epoch ms. */
  readonly toMs: number;
  /** The query's own moment, or null. */
  readonly asOfMs: number | null;
  /** The clock, epoch ms. */
  readonly nowMs: number;
}

/**
 * The moment for which a query is answered, epoch ms: for an alert rule the end of its range, so that a late or
 * repeated evaluation gives the same; else the query's `asOf`, else the clock truncated to the minute.
 */
export function evaluationTime({ isAlert, toMs, asOfMs, nowMs }: EvaluationMoment): number {
  return isAlert ? toMs : (asOfMs ?? Math.floor(nowMs / minuteMs) * minuteMs);
}

/** Completed batches that may be called the latest. A newer verdict than two batches ago, or none. */
export const latestBuckets = 2;

/** Starts of the completed buckets that may be the latest at a moment, the newest first. */
export function latestCandidates(evaluationMs: number, size: BucketSize): readonly number[] {
  const current = bucketStart(evaluationMs, size);
  return Array.from({ length: latestBuckets }, (_, i) => addBuckets(current, size, -1 - i));
}
