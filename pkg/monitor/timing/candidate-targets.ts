import type { Granularity } from '../../contract/index.ts';
import { addBuckets, axisOf, bucketStart } from '../../timeline/index.ts';
import { defaultBackfillGraceMs } from './gates.ts';

/**
 * The targets that may be analysed at a moment, oldest first, whether they have data or not, so that missing data is
 * seen (spec/analyzers.md d): the last completed bucket, those less than the grace period before it, and, where
 * partial batches are allowed, the current one. A bucket exactly the grace period before the last completed one is
 * not among them.
 *
 * @param graceMs null: defaultBackfillGraceMs
 * @throws TimelineError `too-many-buckets` for a grace period of more than 100,000 buckets
 */
export function candidateTargets(
  nowMs: number,
  granularity: Granularity,
  graceMs: number | null,
  allowPartialTargetBatches: boolean
): readonly number[] {
  const current = bucketStart(nowMs, granularity);
  const lastCompleted = addBuckets(current, granularity, -1);
  const farEnd = lastCompleted - (graceMs ?? defaultBackfillGraceMs[granularity]);
  const earlier = axisOf(farEnd, lastCompleted, granularity).starts.filter((start) => start > farEnd);
  return [...earlier, lastCompleted, ...(allowPartialTargetBatches ? [current] : [])];
}
