/**
 * A moment as people and machines read it: `2022-04-01T00:00:00Z`, with milliseconds where it has some. A duration of a
 * document can lead beyond all dates.
 */
export function momentText(timeMs: number): string {
  const date = new Date(timeMs);
  return Number.isNaN(date.getTime()) ? 'a time beyond all dates' : date.toISOString().replace('.000Z', 'Z');
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
] as const;

/** A duration in its largest whole unit: `30 days`, `36 hours`, `1 minute`. */
export function durationText(durationMs: number): string {
  const [name, length] = units.find(([, unitMs]) => durationMs !== 0 && durationMs % unitMs === 0) ?? ['second', 1000];
  const count = durationMs / length;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
