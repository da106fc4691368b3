/** Order statistics of a list of measurements. */
export interface Figures {
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Sums up measurements; at least one is needed. */
export function figuresOf(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (rank: number): number => sorted[Math.min(sorted.length - 1, Math.floor(rank * sorted.length))] ?? NaN;
  return { count: sorted.length, min: at(0), p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** One line of a report: `p50 1.23 ms (min 1.01, p99 3.45, max 4.56; n = 100)`. */
export function figuresText({ count, min, p50, p99, max }: Figures, unit = 'ms'): string {
  const text = (value: number): string => value.toFixed(value < 100 ? 2 : 0);
  return `p50 ${text(p50)} ${unit} (min ${text(min)}, p99 ${text(p99)}, max ${text(max)}; n = ${count})`;
}

/** Runs something a number of times, one after another, and returns how long each took, in ms. */
export async function timed(times: number, run: () => Promise<unknown>): Promise<readonly number[]> {
  const durations: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await run();
    durations.push(performance.now() - start);
  }
  return durations;
}
