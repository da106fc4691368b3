import type { Monitor } from '../document/monitor-document.ts';
import { isExcluded } from '../timing/schedule.ts';

/**
 * True in an exclusion range of a monitor's schedule. When a monitor is asked is Grafana's affair here; when it says
 * nothing stays the document's.
 */
export function isSilenced({ schedule }: Monitor, nowMs: number): boolean {
  return schedule !== null && schedule.type !== 'immediate' && isExcluded(schedule.exclusionRanges, nowMs);
}
