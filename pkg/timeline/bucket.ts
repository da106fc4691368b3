/**
 * Sizes of buckets. The first four are a dataset's granularities; a metric query whose range holds more buckets than
 * a panel can show is answered in coarser ones, up to years.
 */
export const bucketSizes = ['hourly', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;

export type BucketSize = (typeof bucketSizes)[number];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
/** 1970-01-05, the first Monday after the epoch: weeks are ISO weeks. */
const firstMondayMs = 4 * dayMs;

const monthsOf = { monthly: 1, quarterly: 3, yearly: 12 } as const;

function floorTo(timeMs: number, stepMs: number, originMs: number): number {
  return Math.floor((timeMs - originMs) / stepMs) * stepMs + originMs;
}

function monthNumber(timeMs: number): number {
  const date = new Date(timeMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthStart(month: number): number {
  const date = new Date(0);
  // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return date.getTime();
}

/**
 * Start of the bucket that holds a time, both in epoch ms, UTC. A bucket is the half-open interval from its start to
 * the start of the next.
 */
export function bucketStart(timeMs: number, size: BucketSize): number {
  switch (size) {
    case 'hourly':
      return floorTo(timeMs, hourMs, 0);
    case 'daily':
      return floorTo(timeMs, dayMs, 0);
    case 'weekly':
      return floorTo(timeMs, weekMs, firstMondayMs);
    case 'monthly':
    case 'quarterly':
    case 'yearly': {
      const months = monthsOf[size];
      return monthStart(Math.floor(monthNumber(timeMs) / months) * months);
    }
  }
}

/** Start of the bucket that lies `count` buckets after the one that begins at `startMs`; before it when negative. */
export function addBuckets(startMs: number, size: BucketSize, count: number): number {
  switch (size) {
    case 'hourly':
      return startMs + count * hourMs;
    case 'daily':
      return startMs + count * dayMs;
    case 'weekly':
      return startMs + count * weekMs;
    case 'monthly':
    case 'quarterly':
    case 'yearly':
      return monthStart(monthNumber(startMs) + count * monthsOf[size]);
  }
}
