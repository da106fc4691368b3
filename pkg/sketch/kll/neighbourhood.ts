import { doubleIn } from '../element.ts';
import type { ItemRun } from './item-run.ts';
import type { QuantileConvention } from './quantile.ts';
import { selectByBuckets, type ValueRange } from './select-by-buckets.ts';

/**
 * The items of a union between two values, both included, and the weight below them. Runs come level by level. Where both
 * values are one, items are only weighed, not kept.
 */
export class Neighbourhood {
  readonly range: ValueRange;
  private readonly isOneValue: boolean;
  private items: Float64Array<ArrayBuffer>;
  private count = 0;
  private weightBelow = 0;
  private weightInside = 0;
  private leastAbove: number | null = null;
  /** Weight of the greatest level inside. */
  private topWeight = 1;
  /** Level of each stretch of `items`, and where it starts. */
  private readonly levels: number[] = [];
  private readonly starts: number[] = [];

  /** @param expected number of items that are likely inside; more make it grow */
  constructor(range: ValueRange, expected = 0) {
    this.range = range;
    this.items = new Float64Array(expected);
    this.isOneValue = range.min === range.max;
  }

  /**
   * Takes what lies between out of an ascending run.
   *
   * @param from where to begin: no item before can be inside
   * @returns index of the first item inside, or of the first above when there is none
   */
  takeAscending(run: ItemRun, from: number): number {
    const { items, to, level, weight } = run;
    const first = skipBelow(items, this.range.min, from, to);
    const end = this.isOneValue ? skipUpTo(items, this.range.max, first, to) : this.copyUpTo(items, first, to, level);
    this.weightBelow += (first - run.from) * weight;
    this.weightInside += (end - first) * weight;
    if (end > first) this.topWeight = weight;
    if (end < to) this.noteAbove(doubleIn(items, end));
    return first;
  }

  /** Takes what lies between out of a run in no order. */
  takeUnordered({ items, from, to, level, weight }: ItemRun): void {
    const { min, max } = this.range;
    let below = 0;
    let inside = 0;
    this.startLevel(level, to - from);
    for (let i = from; i < to; i++) {
      const item = doubleIn(items, i);
      if (item < min) below++;
      else if (item <= max) {
        inside++;
        if (!this.isOneValue) this.items[this.count++] = item;
      } else {
        this.noteAbove(item);
      }
    }
    this.weightBelow += below * weight;
    this.weightInside += inside * weight;
    if (inside > 0) this.topWeight = weight;
  }

  /** Whether all items that can answer for a weight lie below what is inside. */
  isAbove(target: number, convention: QuantileConvention): boolean {
    return convention === 'classic' ? target < this.weightBelow : target <= this.weightBelow;
  }

  /** Whether the item that answers for a weight is surely known; the one behind it too, which whylogs may mean. */
  isSureOf(target: number, convention: QuantileConvention): boolean {
    const { min, max } = this.range;
    const end = this.weightBelow + this.weightInside;
    if (this.isOneValue) {
      return !this.isAbove(target, convention) && (convention === 'classic' ? target < end : target <= end);
    }
    const isFromBelow = min === -Infinity || this.weightBelow < target;
    return isFromBelow && (max === Infinity || target <= end - this.topWeight);
  }

  /**
   * The item that answers for a weight that `isSureOf` said yes to.
   *
   * @returns null when the values are spread so unevenly that sorting them all is better
   */
  select(target: number, convention: QuantileConvention): number | null {
    if (!this.isOneValue) {
      return selectByBuckets(this.runs(), this.range, [target - this.weightBelow], convention)?.[0] ?? null;
    }
    // Equal items stand in the order of their weights; only the one behind the last of them is another.
    const beforeLast = this.weightBelow + this.weightInside - this.topWeight;
    const isBehind = convention === 'whylogs' && target > beforeLast;
    return isBehind ? (this.leastAbove ?? this.range.min) : this.range.min;
  }

  /** What lies inside, level by level. */
  private runs(): ItemRun[] {
    const { starts, count } = this;
    const items = new DataView(this.items.buffer);
    return this.levels.map((level, i) => ({
      items,
      from: starts[i] ?? 0,
      to: starts[i + 1] ?? count,
      level,
      weight: 2 ** level,
      isAscending: false,
    }));
  }

  /** Copies items up to the greatest inside: few of many, so going on step by step is quicker than searching the end. */
  private copyUpTo(items: DataView, first: number, to: number, level: number): number {
    const { max } = this.range;
    let i = first;
    if (i === to || doubleIn(items, i) > max) return i;
    this.startLevel(level, to - first);
    const kept = this.items;
    let { count } = this;
    do kept[count++] = doubleIn(items, i++);
    while (i < to && doubleIn(items, i) <= max);
    this.count = count;
    return i;
  }

  private noteAbove(item: number): void {
    if (this.leastAbove === null || item < this.leastAbove) this.leastAbove = item;
  }

  private startLevel(level: number, more: number): void {
    if (this.levels.at(-1) !== level) {
      this.levels.push(level);
      this.starts.push(this.count);
    }
    if (this.count + more > this.items.length) {
      const grown = new Float64Array(2 * (this.count + more));
      grown.set(this.items);
      this.items = grown;
    }
  }
}

/** Items in a line of cache. */
const lineItems = 8;

/**
 * First index whose item is at least `value`, or `to`. Line by line: a window has far more items than a cache holds, and
 * lines in a row are fetched ahead, while a binary search waits for each of its own.
 */
function skipBelow(items: DataView, value: number, from: number, to: number): number {
  let i = from;
  while (i + lineItems <= to && doubleIn(items, i + lineItems - 1) < value) i += lineItems;
  while (i < to && doubleIn(items, i) < value) i++;
  return i;
}

/** First index whose item is above `value`, or `to`. */
function skipUpTo(items: DataView, value: number, from: number, to: number): number {
  let i = from;
  while (i + lineItems <= to && doubleIn(items, i + lineItems - 1) <= value) i += lineItems;
  while (i < to && doubleIn(items, i) <= value) i++;
  return i;
}
