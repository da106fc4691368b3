import type { Granularity } from '../../contract/index.ts';
import { addBuckets, axisOf, bucketStart } from '../../timeline/index.ts';
import type { Analyzer } from '../document/monitor-document.ts';
import { readyMs, type Readiness } from '../timing/ready-time.ts';
import { matchesSchedule } from '../timing/schedule.ts';

/** The range and the moment that targets are looked for in. */
export interface TargetRange {
  /** Epoch ms, half-open. */
  readonly fromMs: number;
  readonly toMs: number;
  /** True: the newest eligible batches at the evaluation time, whatever the range. */
  readonly isLatest: boolean;
  readonly evaluationMs: number;
  readonly granularity: Granularity;
  readonly readiness: Readiness;
}

/** Eligible batches of which the newest with data counts as the latest. Older than two, and there is none. */
export const latestTargets = 2;

/**
 * Buckets before the evaluation time in which the latest targets are looked for. Default 800: a schedule of one day a
 * year on daily batches has its two within them.
 */
export const latestSearch = 800;

/**
 * Starts of the buckets that an analyzer is to judge, in time order: of a range those that its schedule means and that
 * have begun, ready or not, so that the reason of a missing verdict can be told; for the latest the newest ones that
 * are ready.
 *
 * @throws TimelineError too-many-buckets
 */
export function targetStarts(analyzer: Analyzer, range: TargetRange): readonly number[] {
  const { granularity, evaluationMs, readiness } = range;
  if (!range.isLatest) {
    return axisOf(range.fromMs, range.toMs, granularity).starts.filter(
      (start) => start < evaluationMs && matchesSchedule(analyzer.schedule, start)
    );
  }
  const found: number[] = [];
  let start = bucketStart(evaluationMs, granularity);
  for (let i = 0; i < latestSearch && found.length < latestTargets; i += 1) {
    if (matchesSchedule(analyzer.schedule, start) && readyMs(start, granularity, readiness) <= evaluationMs) {
      found.push(start);
    }
    start = addBuckets(start, granularity, -1);
  }
  return found.reverse();
}
