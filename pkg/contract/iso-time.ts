const pattern = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * Epoch ms of a day, which begins in UTC, or of a time with its offset from UTC (ISO 8601, seconds and their fraction
 * may be absent); null for any other text, and for days that the calendar does not have.
 */
export function isoTimeMs(text: string): number | null {
  const day = pattern.exec(text)?.[1];
  const [dayMs, timeMs] = [Date.parse(day ?? ''), Date.parse(text)];
  if (day === undefined || Number.isNaN(dayMs) || Number.isNaN(timeMs)) {
    return null;
  }
  // Date.parse takes 30 February for 2 March.
  return new Date(dayMs).toISOString().startsWith(day) ? timeMs : null;
}
