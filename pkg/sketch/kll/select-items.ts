import { guessRanges } from './guess-ranges.ts';
import { countItems, runsByLevel, weightOf, type ItemRun } from './item-run.ts';
import type { KllSketch } from './kll-sketch.ts';
import type { QuantileConvention } from './quantile.ts';
import { RangeContent } from './range-content.ts';
import { selectByBuckets, type ValueRange } from './select-by-buckets.ts';

/** Where more than one item in so many is in no order, passing over all of them is quicker than searching. */
const unorderedShare = 8;

/** Halvings of a range that holds too many items. Where a few values make up most of a union, one or two will do. */
const maxHalvings = 8;

/**
 * The items of a weighted union that answer for the given weights, without sorting the union. A sample says between which
 * two values each must lie; looking these up in the ascending levels gives the exact weight below, and only what is
 * between is looked at. A wrong guess shows in the weights; then all items are passed over.
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
  const { usual, places, expectedItems } = guessRanges(runs, targets);
  const unordered = countItems(runs.filter(({ isAscending }) => !isAscending));
  if (unordered * unorderedShare > countItems(runs)) return selectByBuckets(runs, usual, targets, convention);
  const union = { runs, n: weightOf(runs), expectedItems };
  const searches = places.map(({ target, range }) => ({ target, content: contentFor(union, range, target) }));
  // All ranges in one pass, so that each run is fetched from memory once.
  for (const run of runs) for (const { content } of searches) content.take(run);
  const selected = new Float64Array(targets.length);
  for (const [i, { target, content }] of searches.entries()) {
    const item =
      selectFrom(union, content, target, convention) ?? selectByBuckets(runs, usual, [target], convention)?.[0];
    if (item === undefined) return null;
    selected[i] = item;
  }
  return selected;
}

interface Union {
  readonly runs: readonly ItemRun[];
  readonly n: number;
  readonly expectedItems: number;
}

/** Narrows a range until the item that answers is found; null when it was the wrong one. */
function selectFrom(
  union: Union,
  guessed: RangeContent,
  target: number,
  convention: QuantileConvention
): number | null {
  // Up to the item there is at least this weight.
  const weight = Math.min(union.n, convention === 'classic' ? target + 1 : Math.max(1, target));
  let content = guessed;
  for (let halvings = 0; content.holds(weight) && halvings <= maxHalvings; halvings++) {
    const { min, max }: ValueRange = content;
    if (convention === 'whylogs' && !content.holdsBehind(weight)) {
      const greatest = lookInto(union, { min: max, max }, target);
      if (greatest.holds(weight)) return greatest.select(target, convention);
    }
    if (content.isSelectable) return content.select(target, convention);
    const middle = min / 2 + max / 2;
    // Where numbers are too close or too far apart for a middle, the least is told from the others.
    const lower = lookInto(union, { min, max: middle < max ? middle : min }, target);
    content = lower.holds(weight) ? lower : lookInto(union, { min: lower.next, max }, target);
  }
  return null;
}

function lookInto(union: Union, range: ValueRange, target: number): RangeContent {
  const content = contentFor(union, range, target);
  for (const run of union.runs) content.take(run);
  return content;
}

function contentFor({ n, expectedItems }: Union, range: ValueRange, target: number): RangeContent {
  return new RangeContent(range, target / n, expectedItems);
}
