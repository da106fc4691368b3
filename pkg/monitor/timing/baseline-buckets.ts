import type { AnalyzerBaseline, Granularity, TimeRange } from '../../contract/index.ts';
import { addBuckets, axisOf, bucketStart } from '../../timeline/index.ts';
import { bucketLengthMs } from './bucket-length.ts';
import { type BaselineBucket, trailingWindow } from './trailing-window.ts';

/**
 * The buckets whose start lies in a half-open range, in time order: a bucket that the range cuts at its beginning is
 * not among them.
 *
 * @throws TimelineError `too-many-buckets`
 */
export function timeRangeBuckets({ startMs, endMs }: TimeRange, granularity: Granularity): readonly number[] {
  return axisOf(startMs, endMs, granularity).starts.filter((start) => start >= startMs);
}

/** The single bucket that lies `offset` buckets before the target's; the target's own when 0. */
export function currentBatch(targetMs: number, offset: number, granularity: Granularity): number {
  return addBuckets(bucketStart(targetMs, granularity), granularity, -offset);
}

function notExcluded(startMs: number): BaselineBucket {
  return { startMs, isExcluded: false };
}

/**
 * The buckets that a target is compared with, in time order; null for a reference profile, which has no place in time.
 *
 * @throws TimelineError `too-many-buckets` for a time range
 */
export function baselineBuckets(
  baseline: AnalyzerBaseline,
  targetMs: number,
  targetSize: number,
  granularity: Granularity
): readonly BaselineBucket[] | null {
  switch (baseline.type) {
    case 'TrailingWindow': {
      const { size, exclusionRanges, exclusionSchedule } = baseline;
      return trailingWindow(targetMs, size, targetSize, granularity, exclusionRanges, exclusionSchedule);
    }
    case 'TimeRange':
      return timeRangeBuckets(baseline.range, granularity).map(notExcluded);
    case 'CurrentBatch':
      return [notExcluded(currentBatch(targetMs, baseline.offset, granularity))];
    case 'Reference':
      return null;
  }
}

function monthsBetween(fromMs: number, toMs: number): number {
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
}

/**
 * How many baseline batches there should be (spec/analyzers.md b.1 step 4): a trailing window's size, whole buckets of
 * a time range (months by the calendar), 1 for a reference and a single batch, 0 without a baseline. Of a range it is
 * its length, not the number of buckets that begin in it.
 */
export function expectedBaselineCount(baseline: AnalyzerBaseline | null, granularity: Granularity): number {
  switch (baseline?.type) {
    case undefined:
      return 0;
    case 'TrailingWindow':
      return baseline.size;
    case 'TimeRange': {
      const { startMs, endMs } = baseline.range;
      const count =
        granularity === 'monthly'
          ? monthsBetween(startMs, endMs)
          : Math.floor((endMs - startMs) / bucketLengthMs[granularity]);
      return Math.max(0, count);
    }
    case 'Reference':
    case 'CurrentBatch':
      return 1;
  }
}
