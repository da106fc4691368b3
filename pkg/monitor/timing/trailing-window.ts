import type { CronSchedule, Granularity, TimeRange } from '../../contract/index.ts';
import { addBuckets, bucketStart } from '../../timeline/index.ts';
import { isExcluded, matchesSchedule } from './schedule.ts';

/** A bucket of a baseline. */
export interface BaselineBucket {
  /** Epoch ms. */
  readonly startMs: number;
  /** True: left out by the document, so it counts as missing although it may have data. */
  readonly isExcluded: boolean;
}

/** The buckets that form a target, in time order: the bucket of `targetMs` and the `targetSize - 1` before it. */
export function targetBuckets(targetMs: number, targetSize: number, granularity: Granularity): readonly number[] {
  const last = bucketStart(targetMs, granularity);
  return Array.from({ length: targetSize }, (_, i) => addBuckets(last, granularity, i + 1 - targetSize));
}

/**
 * The `size` buckets just before a target, in time order. Those that the document excludes stay in their places and
 * count as missing: no older bucket takes their place (spec/monitor-config.md 4, spec/analyzers.md c).
 *
 * @param targetSize buckets of the target, the last of which holds `targetMs`
 */
export function trailingWindow(
  targetMs: number,
  size: number,
  targetSize: number,
  granularity: Granularity,
  exclusionRanges: readonly TimeRange[],
  exclusionSchedule: CronSchedule | null
): readonly BaselineBucket[] {
  const last = bucketStart(targetMs, granularity);
  const schedule = exclusionSchedule === null ? null : ({ type: 'cron', ...exclusionSchedule } as const);
  return Array.from({ length: size }, (_, i) => {
    const startMs = addBuckets(last, granularity, i + 1 - targetSize - size);
    return { startMs, isExcluded: isExcluded(exclusionRanges, startMs) || matchesSchedule(schedule, startMs) };
  });
}
