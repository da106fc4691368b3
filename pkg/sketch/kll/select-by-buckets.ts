import { doubleIn, f64, u16 } from '../element.ts';
import { BucketContent } from './bucket-content.ts';
import type { ItemRun } from './item-run.ts';
import type { QuantileConvention } from './quantile.ts';
import { numBuckets, ValueBuckets } from './value-buckets.ts';

/** Divisions after which it is given up. Each narrows the range 4093 times; values met in files need one or two. */
const maxDivisions = 8;

/** Least and greatest value of a part of the number line. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/**
 * The items of runs that answer for the given weights. The weight is counted in narrow buckets of value, then only the
 * buckets that matter are looked into: two passes over the items, in whatever order they lie.
 *
 * @param runs level by level, the lowest first
 * @param range where most items lie; the others are found too, but more slowly
 * @param targets each at most the weight of all runs
 * @returns null when the values are spread so unevenly that sorting them all is better
 */
export function selectByBuckets(
  runs: readonly ItemRun[],
  range: ValueRange,
  targets: readonly number[],
  convention: QuantileConvention,
  divisions = maxDivisions
): Float64Array | null {
  if (divisions === 0) return null;
  const buckets = new ValueBuckets(range.min, range.max);
  const weights = weigh(runs, buckets);
  const contents = new Map<number, BucketContent>();
  const searches = targets.map((target) => {
    const { bucket, below } = placeOf(weights, target, convention);
    const next = nextFilled(weights, bucket);
    return {
      target,
      here: contentOf(contents, bucket, below),
      // The last bucket's greatest item has none behind it.
      behind:
        convention === 'whylogs' && next < numBuckets ? contentOf(contents, next, below + f64(weights, bucket)) : null,
    };
  });
  collect(runs, buckets, contents);
  const selected = new Float64Array(targets.length);
  for (const [i, { target, here, behind }] of searches.entries()) {
    if (here.isCrowded()) {
      // Where numbers lie too close for the arithmetic, dividing again would change nothing.
      const isStuck = here.min === range.min && here.max === range.max;
      const found = isStuck ? null : selectByBuckets(runs, here, [target], convention, divisions - 1);
      if (found === null) return null;
      selected.set(found, i);
    } else {
      selected[i] = here.find(target, convention) ?? behind?.min ?? here.max;
    }
  }
  return selected;
}

/** The weight in every bucket. */
function weigh(runs: readonly ItemRun[], buckets: ValueBuckets): Float64Array {
  const weights = new Float64Array(numBuckets);
  const numbers = new Uint16Array(longest(runs));
  for (const { items, from, to, weight } of runs) {
    buckets.assign(items, from, to, numbers);
    addWeight(weights, numbers, to - from, weight);
  }
  return weights;
}

/** Adds `weight` to the buckets numbers[0..count). A function of its own, because the engine then compiles it well. */
function addWeight(weights: Float64Array, numbers: Uint16Array, count: number, weight: number): void {
  for (let i = 0; i < count; i++) {
    const bucket = u16(numbers, i);
    weights[bucket] = f64(weights, bucket) + weight;
  }
}

/** The bucket of the item that answers for a weight, and the weight of the buckets below. */
function placeOf(weights: Float64Array, target: number, convention: QuantileConvention) {
  // Weights are integers. Up to the item there is more than `target` (classic) or as much (the others), but not nothing.
  const least = convention === 'classic' ? target + 1 : Math.max(1, target);
  let below = 0;
  let bucket = 0;
  while (bucket < weights.length - 1 && below + f64(weights, bucket) < least) below += f64(weights, bucket++);
  return { bucket, below };
}

/** The first bucket behind that is not empty, or `numBuckets`. */
function nextFilled(weights: Float64Array, bucket: number): number {
  let next = bucket + 1;
  while (next < numBuckets && f64(weights, next) === 0) next++;
  return next;
}

function contentOf(contents: Map<number, BucketContent>, bucket: number, below: number): BucketContent {
  const content = contents.get(bucket) ?? new BucketContent(below);
  contents.set(bucket, content);
  return content;
}

/** Hands every item that lies in a wanted bucket to its content. */
function collect(runs: readonly ItemRun[], buckets: ValueBuckets, contents: ReadonlyMap<number, BucketContent>): void {
  // 0 where the bucket is not wanted, else one more than the index of its content.
  const slots = new Uint16Array(numBuckets);
  const wanted = [...contents].map(([bucket, content], index) => {
    slots[bucket] = index + 1;
    return content;
  });
  const numbers = new Uint16Array(longest(runs));
  for (const { items, from, to, level, weight } of runs) {
    buckets.assign(items, from, to, numbers);
    const count = to - from;
    for (let i = firstWanted(numbers, 0, count, slots); i < count; i = firstWanted(numbers, i + 1, count, slots)) {
      wanted[u16(slots, u16(numbers, i)) - 1]?.add(doubleIn(items, from + i), level, weight);
    }
  }
}

function firstWanted(numbers: Uint16Array, from: number, to: number, slots: Uint16Array): number {
  let i = from;
  while (i < to && u16(slots, u16(numbers, i)) === 0) i++;
  return i;
}

function longest(runs: readonly ItemRun[]): number {
  return runs.reduce((most, run) => Math.max(most, run.to - run.from), 0);
}
