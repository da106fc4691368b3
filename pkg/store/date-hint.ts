const datePattern = /(?:^|[^0-9])(\d{4})-(\d{2})-(\d{2})(?![0-9])/;
const dayMs = 86_400_000;

/**
 * The day that a path names, as half-open epoch ms. A hint only: the profile's header decides where it can be read.
 * Null when the path names no day, or an impossible one.
 */
export function dateHint(key: string): { readonly startMs: number; readonly endMs: number } | null {
  const found = datePattern.exec(key);
  if (found === null) {
    return null;
  }
  const day = `${found[1]}-${found[2]}-${found[3]}`;
  const startMs = Date.parse(day);
  // Date.parse takes 30 February for 2 March.
  const exists = !Number.isNaN(startMs) && new Date(startMs).toISOString().startsWith(day);
  return exists ? { startMs, endMs: startMs + dayMs } : null;
}
