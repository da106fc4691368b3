import { doubleIn } from '../element.ts';
import { countItems, runsByLevel, weightOf, type ItemRun } from './item-run.ts';
import type { KllSketch } from './kll-sketch.ts';
import { Neighbourhood } from './neighbourhood.ts';
import type { QuantileConvention } from './quantile.ts';
import { firstAbove, firstAtLeast } from './search.ts';
import { selectByBuckets } from './select-by-buckets.ts';

/** One item in so many is drawn to guess where a weight lies: what sorting the sample costs, searching near it saves. */
const samplingStride = 64;

/** Where more than one item in so many is in no order, passing over all of them is quicker than searching. */
const unorderedShare = 8;

/**
 * The items of a weighted union that answer for the given weights, without sorting the union. A sample says between which
 * two values each must lie; going along the ascending levels gives the exact weight below, and only what is between is
 * looked at. A wrong guess shows in the weights and is widened.
 *
 * @param targets at most the weight of the union
 * @returns null when the values are spread so unevenly that sorting them all is better
 */
export function selectItems(
  sketches: readonly KllSketch[],
  targets: readonly number[],
  convention: QuantileConvention
): Float64Array | null {
  const runs = runsByLevel(sketches);
  const sample = drawSample(runs);
  const unordered = countItems(runs.filter(({ isAscending }) => !isAscending));
  if (unordered * unorderedShare > countItems(runs)) {
    const far = Math.floor(sample.items.length / 500);
    // Buckets over the range in which nearly all items lie, so that a few far ones do not make them wide.
    const range = { min: sample.items.at(far) ?? 0, max: sample.items.at(-1 - far) ?? 0 };
    return selectByBuckets(runs, range, targets, convention);
  }
  return selectNear(runs, sample, targets, convention);
}

interface Sample {
  /** Ascending; each stands for `weight`. */
  readonly items: Float64Array;
  readonly weight: number;
  /** How many places a guess is likely to be off at most. */
  readonly margin: number;
}

/** Draws items at equal distances of weight, level by level through all runs. */
function drawSample(runs: readonly ItemRun[]): Sample {
  const topLevel = runs.at(-1)?.level ?? 0;
  const averageWeight = weightOf(runs) / countItems(runs);
  const weight = 2 ** Math.max(topLevel, Math.ceil(Math.log2(samplingStride * averageWeight)));
  const drawn: number[] = [];
  let drawnUnordered = 0;
  let skip = 0;
  let lastLevel = -1;
  for (const { items, from, to, level, weight: itemWeight, isAscending } of runs) {
    const stride = weight / itemWeight;
    if (level !== lastLevel) skip = Math.floor(stride / 2);
    lastLevel = level;
    let i = from + skip;
    for (; i < to; i += stride) {
      drawn.push(doubleIn(items, i));
      if (!isAscending) drawnUnordered++;
    }
    skip = i - to;
  }
  // Each ascending run is off by a fraction of a place, each item of an unordered one by chance: errors of random sign.
  const margin = Math.ceil(2 + Math.sqrt(runs.length) + Math.sqrt(drawnUnordered));
  return { items: new Float64Array(drawn).sort(), weight, margin };
}

/** Looks near the guesses, all at once; where one was wrong, again somewhere else or in a greater neighbourhood. */
function selectNear(
  runs: readonly ItemRun[],
  sample: Sample,
  targets: readonly number[],
  convention: QuantileConvention
): Float64Array | null {
  const searches = targets.map((target) => startSearch(sample, target));
  gather(
    runs,
    searches.map(({ near }) => near)
  );
  const selected = new Float64Array(targets.length);
  for (const [i, first] of searches.entries()) {
    let search = first;
    while (!search.near.isSureOf(search.target, convention)) {
      search = continueSearch(sample, search, convention);
      gather(runs, [search.near]);
    }
    const found = search.near.select(search.target, convention);
    if (found === null) return null;
    selected[i] = found;
  }
  return selected;
}

interface Search {
  readonly target: number;
  /** How many single values were tried; 0 when the neighbourhood is one of many values. */
  readonly tries: number;
  /** Places of the sample to each side. */
  readonly places: number;
  readonly near: Neighbourhood;
}

/** Single values that are tried before a neighbourhood of many: the first guess, and those beside it. */
const maxTries = 3;

function startSearch(sample: Sample, target: number): Search {
  const { items, weight, margin } = sample;
  const guess = Math.floor(target / weight);
  const item = items[guess];
  // A value that fills a good part of the margin may well be the answer, and is quickly weighed.
  const reach = Math.ceil(margin / 4);
  const isFrequent = item !== undefined && (items[guess - reach] === item || items[guess + reach] === item);
  if (isFrequent) return { target, tries: 1, places: 0, near: new Neighbourhood({ min: item, max: item }) };
  return searchAround(sample, target, sample.margin);
}

/** Places of the sample times the items each stands for, with some to spare; greater searches grow as they need. */
function expectedItems(places: number): number {
  return Math.min(65536, Math.ceil(2.5 * places * samplingStride));
}

function searchAround({ items, weight }: Sample, target: number, places: number): Search {
  const guess = Math.floor(target / weight);
  const range = { min: items[guess - places] ?? -Infinity, max: items[guess + places] ?? Infinity };
  return { target, tries: 0, places, near: new Neighbourhood(range, expectedItems(places)) };
}

function continueSearch(
  sample: Sample,
  { target, tries, places, near }: Search,
  convention: QuantileConvention
): Search {
  if (tries > 0 && tries < maxTries) {
    const { items } = sample;
    const tried = near.range.min;
    const value = items[near.isAbove(target, convention) ? firstAtLeast(items, tried) - 1 : firstAbove(items, tried)];
    if (value !== undefined) {
      return { target, tries: tries + 1, places, near: new Neighbourhood({ min: value, max: value }) };
    }
  }
  return searchAround(sample, target, Math.max(4 * places, sample.margin));
}

/** Fills all neighbourhoods in one pass over the runs, so that each run is fetched from memory once. */
function gather(runs: readonly ItemRun[], neighbourhoods: readonly Neighbourhood[]): void {
  const ascending = neighbourhoods.toSorted((left, right) => left.range.min - right.range.min);
  for (const run of runs) {
    let from = run.from;
    for (const neighbourhood of ascending) {
      if (run.isAscending) from = neighbourhood.takeAscending(run, from);
      else neighbourhood.takeUnordered(run);
    }
  }
}
