import type { Granularity } from '../../contract/index.ts';
import { addBuckets, bucketStart } from '../../timeline/index.ts';
import type { AnalyzerSchedule } from '../document/analyzer-parts.ts';
import { nextCronTime } from './cron.ts';

/**
 * The bucket that WhyLabs' scheduler gives a new analyzer (spec/analyzers.md d): of a cadence the one that holds the
 * moment, of a cron expression the next time after it. Exclusion ranges are of no account here: the analyzer's
 * schedule is tested again when it runs.
 *
 * @returns epoch ms; null for a cron expression that never comes true
 */
export function initialTarget(schedule: AnalyzerSchedule, nowMs: number): number | null {
  return schedule.type === 'fixed' ? bucketStart(nowMs, schedule.cadence) : nextCronTime(schedule.cron, nowMs);
}

/** The scheduler's next target, epoch ms: a cadence later, or the next time of the cron expression; null: none. */
export function nextTarget(schedule: AnalyzerSchedule, targetMs: number): number | null {
  return schedule.type === 'fixed' ? addBuckets(targetMs, schedule.cadence, 1) : nextCronTime(schedule.cron, targetMs);
}

/**
 * The moment from which the scheduler looks at a target, epoch ms: one bucket of the dataset, not of the cadence, and
 * the readiness duration later. So a weekly analyzer of a daily dataset looks at the Monday alone, from Tuesday on.
 */
export function eligibleMs(targetMs: number, granularity: Granularity, dataReadinessDurationMs: number | null): number {
  return addBuckets(targetMs, granularity, 1) + (dataReadinessDurationMs ?? 0);
}
