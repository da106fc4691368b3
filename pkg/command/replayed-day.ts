const dayMs = 86_400_000;

/** The day of the flights archive that comes yesterday: 8 March 2013, snow, the largest drift of the year. */
export const replayedLastDay = '2013-03-08';

/** Days of the archive: the year 2013. */
export const replayedDays = 365;

/**
 * The day as which a day of 2013 is shown, both as their first milliseconds, UTC. The year is turned so that 8 March
 * comes last, and moved so that it is yesterday: 9 March to 31 December 2013 come before 1 January to 8 March. Nothing
 * else is kept of the calendar: a Monday need not stay one.
 *
 * @param dayMsOf2013 first millisecond of a day
 * @param todayMs first millisecond of today
 */
export function replayedDay(dayMsOf2013: number, todayMs: number): number {
  const before = Math.floor((Date.parse(replayedLastDay) - dayMsOf2013) / dayMs);
  const turned = ((before % replayedDays) + replayedDays) % replayedDays;
  return todayMs - (1 + turned) * dayMs;
}

/** `2013-03-08` of its first millisecond. */
export function dayText(startMs: number): string {
  return new Date(startMs).toISOString().slice(0, 10);
}

/** First millisecond of the day of a moment. */
export function dayStart(timeMs: number): number {
  return Math.floor(timeMs / dayMs) * dayMs;
}

/** First millisecond after a day. */
export function dayEnd(startMs: number): number {
  return startMs + dayMs;
}
