import { doubleIn } from '../element.ts';
import type { ItemRun } from './item-run.ts';
import type { QuantileConvention } from './quantile.ts';
import { firstAboveFrom, firstAtLeastNear } from './search-near.ts';
import { selectByBuckets, type ValueRange } from './select-by-buckets.ts';

/** More items than so many times the expected ones are not kept: only their weight and extremes are known. */
const keptTimes = 4;

/** What of a union lies in a range of values, ends included, and the weight below. Runs come level by level. */
export class RangeContent {
  /** Weight of the items below the range. */
  below = 0;
  /** Weight of the items in it. */
  weight = 0;
  /** Least and greatest item in it; Infinity and -Infinity when there is none. */
  min = Infinity;
  max = -Infinity;
  /** Least item above the range; it says nothing where there is none. */
  next = Infinity;
  private isLast = true;
  private readonly range: ValueRange;
  private readonly share: number;
  private count = 0;
  private items: Float64Array<ArrayBuffer>;
  private readonly keptLimit: number;
  /** Where in `items` those of a level begin. */
  private readonly stretches: { readonly level: number; readonly from: number }[] = [];
  /** Weight of an item of the greatest level inside. */
  private topWeight = 0;

  /**
   * @param share about which share of each run lies below the range
   * @param expectedItems about how many items lie in it
   */
  constructor(range: ValueRange, share: number, expectedItems: number) {
    this.range = range;
    this.share = share;
    this.items = new Float64Array(expectedItems);
    this.keptLimit = keptTimes * expectedItems;
  }

  take(run: ItemRun): void {
    if (run.isAscending) this.takeAscending(run);
    else this.takeUnordered(run);
  }

  /** Whether all items inside are equal. */
  get isOneValue(): boolean {
    return this.min === this.max;
  }

  /** Whether `select` can be asked: not of very many items that are not equal. */
  get isSelectable(): boolean {
    return this.isOneValue || this.count <= this.keptLimit;
  }

  /** Whether the item up to which there is at least this weight lies inside. */
  holds(weight: number): boolean {
    return this.below < weight && weight <= this.below + this.weight;
  }

  /** Whether it is known which item stands behind the one up to which there is at least this weight. */
  holdsBehind(weight: number): boolean {
    return this.isOneValue || weight <= this.below + this.weight - this.topWeight || this.isLast;
  }

  /** The item that answers for a weight, when it lies inside or is the first above; null when only sorting can tell. */
  select(target: number, convention: QuantileConvention): number | null {
    if (!this.isOneValue) {
      return selectByBuckets(this.runs(), this, [target - this.below], convention)?.[0] ?? null;
    }
    // Equal items stand in the order of their weights: the one behind the last of them is another.
    const isBehind = convention === 'whylogs' && target > this.below + this.weight - this.topWeight;
    return isBehind && !this.isLast ? this.next : this.min;
  }

  private takeAscending({ items, from, to, level, weight }: ItemRun): void {
    const { min, max } = this.range;
    const start = firstAtLeastNear(items, min, from, to, from + Math.floor((to - from) * this.share));
    const end = firstAboveFrom(items, max, start, to);
    this.below += (start - from) * weight;
    if (end < to) this.noteAbove(doubleIn(items, end));
    if (start === end) return;
    this.weight += (end - start) * weight;
    this.topWeight = weight;
    this.min = Math.min(this.min, doubleIn(items, start));
    this.max = Math.max(this.max, doubleIn(items, end - 1));
    let { count } = this;
    if (!this.makeRoom(level, end - start)) return;
    for (let i = start; i < end; i++) this.items[count++] = doubleIn(items, i);
  }

  private takeUnordered({ items, from, to, level, weight }: ItemRun): void {
    const { min, max } = this.range;
    for (let i = from; i < to; i++) {
      const item = doubleIn(items, i);
      if (item < min) this.below += weight;
      else if (item > max) this.noteAbove(item);
      else {
        this.weight += weight;
        this.topWeight = weight;
        this.min = Math.min(this.min, item);
        this.max = Math.max(this.max, item);
        if (this.makeRoom(level, 1)) this.items[this.count - 1] = item;
      }
    }
  }

  private noteAbove(item: number): void {
    this.isLast = false;
    if (item < this.next) this.next = item;
  }

  /** Counts items, and says whether they are to be kept. */
  private makeRoom(level: number, more: number): boolean {
    if (this.stretches.at(-1)?.level !== level) this.stretches.push({ level, from: this.count });
    this.count += more;
    if (this.count > this.keptLimit) return false;
    if (this.count > this.items.length) {
      const grown = new Float64Array(this.keptLimit);
      grown.set(this.items);
      this.items = grown;
    }
    return true;
  }

  private runs(): ItemRun[] {
    const items = new DataView(this.items.buffer);
    return this.stretches.map(({ level, from }, i) => {
      const to = this.stretches[i + 1]?.from ?? this.count;
      return { items, from, to, level, weight: 2 ** level, isAscending: false };
    });
  }
}
