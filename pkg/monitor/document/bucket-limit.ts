import { Refusal } from './refusal.ts';

/**
 * Most buckets of a window, of a target, of a run of breaches, and between a target and a single baseline batch. Default
 * 10,000: a year of hours fits, and every target looks up all of them.
 */
export const maxWindowBuckets = 10_000;

/** @throws Refusal out-of-range for more buckets than a target may look at */
export function refuseTooManyBuckets(path: string, buckets: number): void {
  if (buckets > maxWindowBuckets) {
    throw new Refusal(
      path,
      'out-of-range',
      'InvalidJson',
      `${buckets} buckets are more than a target may look at. Remedy: at most ${maxWindowBuckets}`
    );
  }
}
