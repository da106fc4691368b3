import type { MonitorSchedule } from '../document/monitor-parts.ts';
import { monitorIsDue } from './monitor-due.ts';
import { monitor, nowMs } from './testing/monitor.ts';

const hourMs = 3_600_000;
const excluded: MonitorSchedule = {
  type: 'fixed',
  cadence: 'daily',
  exclusionRanges: [{ startMs: nowMs, endMs: nowMs + 1 }],
};

it.each<[string, MonitorSchedule | null, boolean, number, boolean]>([
  ['daily, at midnight', { type: 'fixed', cadence: 'daily', exclusionRanges: [] }, false, nowMs, true],
  ['daily, an hour later', { type: 'fixed', cadence: 'daily', exclusionRanges: [] }, false, nowMs + hourMs, false],
  ['disabled', { type: 'fixed', cadence: 'daily', exclusionRanges: [] }, true, nowMs, false],
  ['excluded', excluded, false, nowMs, false],
  ['immediate', { type: 'immediate' }, false, nowMs + 12_345, true],
  ['immediate and disabled', { type: 'immediate' }, true, nowMs, false],
  ['without a schedule', null, false, nowMs, false],
])('%s', (_, schedule, disabled, time, expected) => {
  expect(monitorIsDue(monitor({ schedule, disabled }), time)).toBe(expected);
});
