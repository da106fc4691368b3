import type { Monitor } from '../document/monitor-document.ts';
import { matchesSchedule } from '../timing/schedule.ts';

/** True when an enabled monitor speaks at a moment, epoch ms: its schedule is held against the clock of the run. */
export function monitorIsDue({ disabled, schedule }: Monitor, nowMs: number): boolean {
  return !disabled && matchesSchedule(schedule, nowMs);
}
