import { doubleIn, f64, u16, u32 } from '../element.ts';
import { countItems, weightOf, type ItemRun } from './item-run.ts';
import type { ValueRange } from './select-by-buckets.ts';
import { numBuckets, ValueBuckets } from './value-buckets.ts';

/** One item in so many is drawn: fewer would make the ranges wider, and what lies in them is looked at. */
const itemsPerDrawn = 32;

/** Items that tell where nearly all lie, so that a few far ones do not make the buckets wide. */
const itemsForRange = 1024;

/** What a sample says of a union. */
export interface Guess {
  /** Between these values nearly all items lie. */
  readonly usual: ValueRange;
  /** Each weight asked for, and between which values the item very probably lies that answers for it. */
  readonly places: readonly { readonly target: number; readonly range: ValueRange }[];
  /** About how many items each of these ranges holds where no value is frequent. */
  readonly expectedItems: number;
}

/**
 * Guesses from a sample in which every item stands for the same weight. Of each ascending run the sample knows the weight
 * below a value to within one item drawn; the errors of many runs cancel out, to a standard deviation of sqrt(runs / 12)
 * items. Items drawn from runs without order err by chance, at most by sqrt(items / 4). The ranges allow for five times both.
 */
export function guessRanges(runs: readonly ItemRun[], targets: readonly number[]): Guess {
  const n = weightOf(runs);
  const { sample, unordered } = drawSample(runs, n, (n * itemsPerDrawn) / countItems(runs));
  const usual = usualRange(sample);
  const buckets = new ValueBuckets(usual.min, usual.max);
  const counts = countByBucket(sample, buckets);
  const margin = 5 * Math.sqrt(runs.length / 12 + unordered / 4) + 1;
  const places = targets.map((target) => {
    const place = (target / n) * sample.length;
    const min = buckets.leastOf(bucketAt(counts, place - margin));
    const max = buckets.leastOf(bucketAt(counts, place + margin) + 1);
    return { target, range: { min, max } };
  });
  return { usual, places, expectedItems: Math.ceil(2 * margin * itemsPerDrawn) };
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * One item for each `share` of weight. Where drawing begins in a run changes by the golden ratio from run to run: runs of
 * one length, as sketches of equally many values have them, must not all be drawn at the same places.
 */
function drawSample(runs: readonly ItemRun[], n: number, share: number) {
  const drawn = new Float64Array(Math.ceil(n / share) + runs.length);
  let count = 0;
  let unordered = 0;
  let phase = 0;
  for (const { items, from, to, weight, isAscending } of runs) {
    const stride = share / weight;
    phase = (phase + goldenRatio) % 1;
    for (let place = from + phase * stride; place < to; place += stride) {
      drawn[count++] = doubleIn(items, Math.floor(place));
      if (!isAscending) unordered++;
    }
  }
  return { sample: drawn.subarray(0, count), unordered };
}

function usualRange(sample: Float64Array): ValueRange {
  const few = new Float64Array(Math.min(sample.length, itemsForRange));
  for (let i = 0; i < few.length; i++) few[i] = f64(sample, Math.floor(((i * goldenRatio) % 1) * sample.length));
  few.sort();
  const far = Math.floor(few.length / 500);
  return { min: few.at(far) ?? 0, max: few.at(-1 - far) ?? 0 };
}

function countByBucket(sample: Float64Array<ArrayBuffer>, buckets: ValueBuckets): Uint32Array {
  const numbers = new Uint16Array(sample.length);
  buckets.assign(new DataView(sample.buffer), 0, sample.length, numbers);
  const counts = new Uint32Array(numBuckets);
  for (let i = 0; i < numbers.length; i++) {
    const bucket = u16(numbers, i);
    counts[bucket] = u32(counts, bucket) + 1;
  }
  return counts;
}

/** The bucket in which the item at a place of the ordered sample lies; the first or the last for places outside. */
function bucketAt(counts: Uint32Array, place: number): number {
  let bucket = 0;
  let below = u32(counts, 0);
  while (below <= place && bucket < numBuckets - 1) below += u32(counts, ++bucket);
  return bucket;
}
