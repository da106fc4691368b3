import type { Granularity, ReadinessClock } from '../../contract/index.ts';
import { addBuckets, bucketStart } from '../../timeline/index.ts';

/** What decides when a batch may be analysed. */
export interface Readiness {
  /** Null: the batch's end is enough. */
  readonly dataReadinessDurationMs: number | null;
  readonly readinessClock: ReadinessClock;
  /** True: the unfinished batch may be analysed as well. */
  readonly allowPartialTargetBatches: boolean;
}

/** The end of the bucket that holds a time, epoch ms: the first moment that is not in it. */
export function batchEnd(targetMs: number, granularity: Granularity): number {
  return addBuckets(bucketStart(targetMs, granularity), granularity, 1);
}

/**
 * The moment from which a target may be analysed, epoch ms. With D, the readiness duration:
 *
 * - `guide`: the later of the batch's end and the target's time + D; with partial batches the target's time + D.
 * - `scheduler`: the batch's end + D; with partial batches its start, because there an upload makes the batch
 *   eligible at once, whatever D is.
 *
 * @param targetMs the batch's start, or a profile's own time where profiles are analysed one by one
 */
export function readyMs(targetMs: number, granularity: Granularity, readiness: Readiness): number {
  const duration = readiness.dataReadinessDurationMs ?? 0;
  switch (readiness.readinessClock) {
    case 'guide': {
      const ready = targetMs + duration;
      return readiness.allowPartialTargetBatches ? ready : Math.max(batchEnd(targetMs, granularity), ready);
    }
    case 'scheduler':
      return readiness.allowPartialTargetBatches
        ? bucketStart(targetMs, granularity)
        : batchEnd(targetMs, granularity) + duration;
  }
}
