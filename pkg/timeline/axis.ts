import type { BucketSize } from './bucket.ts';
import { addBuckets, bucketSizes, bucketStart } from './bucket.ts';
import { TimelineError } from './error.ts';

/** Most buckets of one series. Default 100,000, eleven years of hours; a range above it is a mistake in its unit. */
export const maxBuckets = 100_000;

/** Points that a series may have however few are asked for: a range of one bucket's length can touch two. */
export const minimumPoints = 2;

/** The buckets of a series, in time order. */
export interface Axis {
  readonly size: BucketSize;
  /** Epoch ms. */
  readonly starts: readonly number[];
}

function countBuckets(fromMs: number, toMs: number, size: BucketSize): number {
  let count = 0;
  for (let start = bucketStart(fromMs, size); start < toMs && count <= maxBuckets; start = addBuckets(start, size, 1)) {
    count += 1;
  }
  return count;
}

/**
 * The buckets that overlap the half-open range [fromMs, toMs).
 *
 * @returns no buckets for an empty or reversed range
 * @throws TimelineError `too-many-buckets` above maxBuckets
 */
export function axisOf(fromMs: number, toMs: number, size: BucketSize): Axis {
  const starts: number[] = [];
  for (let start = bucketStart(fromMs, size); start < toMs; start = addBuckets(start, size, 1)) {
    if (starts.length === maxBuckets) {
      throw new TimelineError(
        'too-many-buckets',
        `the range holds more than ${maxBuckets} ${size} batches. Remedy: choose a shorter range or a coarser granularity`
      );
    }
    starts.push(start);
  }
  return { size, starts: fromMs < toMs ? starts : [] };
}

/**
 * The axis with the finest buckets, no finer than `size`, of which the range holds at most `maxPoints`; years when
 * even they are more.
 *
 * @throws TimelineError `too-many-buckets` above maxBuckets, when more points than that are asked for
 */
export function coarsenedAxis(fromMs: number, toMs: number, size: BucketSize, maxPoints: number): Axis {
  const limit = Math.max(maxPoints, minimumPoints);
  const coarser = bucketSizes.slice(bucketSizes.indexOf(size));
  const fitting = coarser.find((candidate) => countBuckets(fromMs, toMs, candidate) <= limit);
  return axisOf(fromMs, toMs, fitting ?? 'yearly');
}

/** The `count` buckets before the axis' first, followed by the axis: what trailing windows look back on. */
export function withHistory(axis: Axis, count: number): Axis {
  const [first] = axis.starts;
  if (first === undefined) {
    return axis;
  }
  const before = Array.from({ length: count }, (_, i) => addBuckets(first, axis.size, i - count));
  return { size: axis.size, starts: [...before, ...axis.starts] };
}
