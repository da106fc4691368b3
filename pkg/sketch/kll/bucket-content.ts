import { itemIndex, type QuantileConvention } from './quantile.ts';
import type { SortedView } from './sorted-view.ts';
import { sortRange } from './sort-range.ts';
import { cumulate, mergeRuns } from './weighted-runs.ts';

/** A bucket with more items than this is divided again instead of being sorted. */
const contentLimit = 4096;

/** What lies in one bucket of values: its items while they are few, else only their range and weight. */
export class BucketContent {
  /** Weight of everything below the bucket. */
  private readonly below: number;
  private least = Infinity;
  private greatest = -Infinity;
  private weight = 0;
  private count = 0;
  private readonly items: number[] = [];
  /** Level of each run of items, ascending, and its start in `items`. */
  private readonly levels: number[] = [];
  private readonly starts: number[] = [];

  constructor(below: number) {
    this.below = below;
  }

  /** The least item, Infinity when there is none. */
  get min(): number {
    return this.least;
  }

  /** The greatest item, -Infinity when there is none. */
  get max(): number {
    return this.greatest;
  }

  /** Adds an item. Those of a lower level come first. */
  add(item: number, level: number, weight: number): void {
    if (item < this.least) this.least = item;
    if (item > this.greatest) this.greatest = item;
    this.weight += weight;
    if (this.levels.at(-1) !== level) {
      this.levels.push(level);
      this.starts.push(this.items.length);
    }
    if (this.count++ < contentLimit) this.items.push(item);
  }

  /** Whether only dividing the bucket again can tell its items apart. */
  isCrowded(): boolean {
    return this.count > contentLimit && this.least < this.greatest;
  }

  /** The item that answers for a weight; null when that is the first item behind the bucket. Not for crowded ones. */
  find(target: number, convention: QuantileConvention): number | null {
    const isConstant = this.least === this.greatest;
    const { items, cumulativeWeights } = isConstant ? this.lastItem() : this.sorted();
    const beforeLast = cumulativeWeights.at(-2) ?? 0;
    if (convention === 'whylogs' && target - this.below > beforeLast) return null;
    return items[itemIndex(cumulativeWeights, target - this.below, convention)] ?? null;
  }

  /** Of equal items only the last one's weight matters. */
  private lastItem(): Pick<SortedView, 'items' | 'cumulativeWeights'> {
    const lastWeight = 2 ** (this.levels.at(-1) ?? 0);
    return {
      items: Float64Array.of(this.least, this.least),
      cumulativeWeights: Float64Array.of(this.weight - lastWeight, this.weight),
    };
  }

  private sorted(): Pick<SortedView, 'items' | 'cumulativeWeights'> {
    const items = new Float64Array(this.items);
    const starts = new Uint32Array([...this.starts, items.length]);
    const levels = new Uint8Array(items.length);
    this.levels.forEach((level, run) => {
      const start = starts[run] ?? 0;
      const end = starts[run + 1] ?? 0;
      levels.fill(level, start, end);
      sortRange(items, start, end);
    });
    const merged = mergeRuns({ items, levels, starts });
    return { items: merged.items, cumulativeWeights: cumulate(merged.levels) };
  }
}
