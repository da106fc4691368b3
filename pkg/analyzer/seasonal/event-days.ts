import type { TimeRange } from '../../contract/index.ts';

const dayMs = 86_400_000;

function dayOf(timeMs: number): number {
  return Math.floor(timeMs / dayMs);
}

/**
 * Whether a time lies in one of the events. Events are cut to whole UTC dates (spec/analyzers.md b.6 step 4): from the
 * date of their start to the date before that of their end. So an event that begins and ends on one date has none.
 */
export function isInEvent(timeMs: number, events: readonly TimeRange[]): boolean {
  const day = dayOf(timeMs);
  return events.some(({ startMs, endMs }) => dayOf(startMs) <= day && day < dayOf(endMs));
}
