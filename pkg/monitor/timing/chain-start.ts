import type { Granularity } from '../../contract/index.ts';
import { addBuckets } from '../../timeline/index.ts';
import { bucketLengthMs } from './bucket-length.ts';

/** Bucket number 0 of each size. Of weeks: 1970-01-05, the first Monday after the epoch. */
const originMs = { hourly: 0, daily: 0, weekly: 4 * bucketLengthMs.daily, monthly: 0 } as const;

/** The number of the bucket that holds a time, counted from the epoch; negative before it. */
function bucketNumber(timeMs: number, granularity: Granularity): number {
  if (granularity === 'monthly') {
    const date = new Date(timeMs);
    return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
  }
  return Math.floor((timeMs - originMs[granularity]) / bucketLengthMs[granularity]);
}

/**
 * The first bucket of the chain that leads to a target. Results that depend on earlier results (nConsecutive,
 * replacement, alert filters) would otherwise depend on where the asking began; so each chain begins unprimed at a
 * place that the target alone decides.
 *
 * With n the number of the target's bucket since the epoch (hours, days; weeks from Monday 1970-01-05; months from
 * January 1970) and L the baseline's length in buckets: the bucket number `floor(n / L) * L - L`. It lies at least L
 * and less than 2 L buckets before the target, so the last L results before a target always come from one chain.
 *
 * @param baselineLength in buckets, a whole number; less than 1 counts as 1
 * @returns epoch ms
 */
export function chainStart(targetMs: number, granularity: Granularity, baselineLength: number): number {
  const length = Math.max(1, baselineLength);
  const number = bucketNumber(targetMs, granularity);
  const start = Math.floor(number / length) * length - length;
  return addBuckets(originMs[granularity], granularity, start);
}
