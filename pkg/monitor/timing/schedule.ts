import type { Granularity, TimeRange } from '../../contract/index.ts';
import type { MonitorSchedule } from '../document/monitor-parts.ts';
import { cronMatches } from './cron.ts';

/** True when a moment, epoch ms, lies in one of the half-open ranges. */
export function isExcluded(ranges: readonly TimeRange[], timeMs: number): boolean {
  return ranges.some(({ startMs, endMs }) => startMs <= timeMs && timeMs < endMs);
}

/** Minutes are looked at for hours only, as in WhyLabs' engine: a batch's start has none anyway. */
function matchesCadence(cadence: Granularity, timeMs: number): boolean {
  const date = new Date(timeMs);
  switch (cadence) {
    case 'hourly':
      return date.getUTCMinutes() === 0;
    case 'daily':
      return date.getUTCHours() === 0;
    case 'weekly':
      return date.getUTCHours() === 0 && date.getUTCDay() === 1;
    case 'monthly':
      return date.getUTCHours() === 0 && date.getUTCDate() === 1;
  }
}

/**
 * True when a schedule holds at a moment, epoch ms, in UTC (spec/monitor-config.md 2.1). For an analyzer the moment is
 * the start of the target's batch, never the clock: "Monday to Friday" means the data of those days. For a monitor it
 * is the evaluation time. Null, no schedule, never holds.
 */
export function matchesSchedule(schedule: MonitorSchedule | null, timeMs: number): boolean {
  if (schedule === null) {
    return false;
  }
  switch (schedule.type) {
    case 'immediate':
      return true;
    case 'fixed':
      return !isExcluded(schedule.exclusionRanges, timeMs) && matchesCadence(schedule.cadence, timeMs);
    case 'cron':
      return !isExcluded(schedule.exclusionRanges, timeMs) && cronMatches(schedule.cron, timeMs);
  }
}
