import { f64, u32 } from '../element.ts';
import { maxCount } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { CoinFlips } from './coin-flips.ts';
import { compactRun } from './compact-run.ts';
import { maxKllLevels, requireKllK } from './kll-limits.ts';
import type { KllSketch } from './kll-sketch.ts';
import { freePlaces, levelCapacities } from './level-capacity.ts';
import { sortRange } from './sort-range.ts';

/**
 * Builds a KLL sketch value by value (spec 5.1.5). The same values in the same order with the same seed give the same
 * sketch. Level by level it holds as many items as whylogs' does; which of them, the coins decide.
 *
 * Coins of one level are thrown for every second compaction, and the one between takes the other half: each is still
 * fair, but the two errors partly cancel.
 */
export class KllBuilder {
  readonly k: number;
  private readonly coins: CoinFlips;
  /** For each level: the coin owed to its next compaction, or -1 when one has to be thrown. */
  private readonly owedCoins = new Int8Array(maxKllLevels).fill(-1);
  /** Level 0 first, each level directly behind the one below; the free places come first. */
  private items: Float64Array;
  /** Start of each level in `items`, then their end. */
  private readonly levels = new Uint32Array(maxKllLevels + 2);
  private capacities: Uint32Array;
  private n = 0;
  private minK: number;
  private min = NaN;
  private max = NaN;

  /**
   * @param k accuracy parameter, 8 to 65535; whylogs uses 1024 for columns
   * @param seed decides the coins; any number
   */
  constructor(k: number, seed: number) {
    requireKllK(k);
    this.k = k;
    this.minK = k;
    this.coins = new CoinFlips(seed);
    this.capacities = levelCapacities(k, 1);
    const capacity = u32(this.capacities, 0);
    this.items = new Float64Array(capacity);
    this.levels.fill(capacity, 0, 2);
  }

  /**
   * A builder that goes on where a sketch ended.
   *
   * @throws SketchError `argument` when the sketch holds more items than its k and number of levels allow
   */
  static from(sketch: KllSketch, seed: number): KllBuilder {
    const builder = new KllBuilder(sketch.k, seed);
    if (sketch.n === 0) return builder;
    const numLevels = sketch.levels.length - 1;
    const free = freePlaces(sketch);
    builder.capacities = levelCapacities(sketch.k, numLevels);
    builder.items = new Float64Array(free + sketch.items.length);
    builder.items.set(sketch.items, free);
    for (let level = 0; level <= numLevels; level++) builder.levels[level] = free + u32(sketch.levels, level);
    builder.n = sketch.n;
    builder.minK = sketch.minK;
    builder.min = sketch.min;
    builder.max = sketch.max;
    return builder;
  }

  /**
   * Adds one value. NaN is left out, as in whylogs; infinities are values.
   *
   * @throws SketchError `limit` when n would exceed 2^53 - 1
   */
  update(value: number): void {
    if (Number.isNaN(value)) return;
    if (this.n === maxCount) throw new SketchError('limit', 'KLL sketch: n exceeds 2^53 - 1; start another sketch');
    if (this.n === 0) {
      this.min = value;
      this.max = value;
    } else {
      if (value < this.min) this.min = value;
      if (value > this.max) this.max = value;
    }
    if (u32(this.levels, 0) === 0) this.compact();
    this.n++;
    const place = u32(this.levels, 0) - 1;
    this.levels[0] = place;
    this.items[place] = value;
  }

  /** The sketch so far. The builder can go on; what it returned does not change. */
  toSketch(): KllSketch {
    const { k, minK, n, min, max } = this;
    const start = u32(this.levels, 0);
    const levels = this.levels.slice(0, n === 0 ? 1 : this.capacities.length + 1).map((level) => level - start);
    const items = this.items.slice(start);
    return { k, minK, n, min, max, levels, items, isLevelZeroSorted: false, itemBytes: 8 };
  }

  /** Makes room: compacts the lowest level that is full into the one above. */
  private compact(): void {
    const level = this.lowestFullLevel();
    if (level === this.capacities.length - 1) this.addLevel();
    const start = u32(this.levels, level);
    const end = u32(this.levels, level + 1);
    const odd = (end - start) % 2;
    const length = end - start - odd;
    const above = u32(this.levels, level + 2) - end;
    if (level === 0) sortRange(this.items, start + odd, end);
    compactRun(this.items, start + odd, length, above, this.coin(level));

    const half = length / 2;
    this.levels[level + 1] = end - half;
    // The odd item is the newest; it stays in its level, now alone.
    if (odd === 1) this.items[end - half - 1] = f64(this.items, start);
    this.levels[level] = end - half - odd;
    this.items.copyWithin(u32(this.levels, 0) + half, u32(this.levels, 0), start);
    for (let below = 0; below < level; below++) this.levels[below] = u32(this.levels, below) + half;
  }

  private lowestFullLevel(): number {
    let level = 0;
    // All levels together are full, so one of them is.
    while (u32(this.levels, level + 1) - u32(this.levels, level) < u32(this.capacities, level)) level++;
    return level;
  }

  /** Adds an empty level on top; with counts below 2^53 there are never more than the format knows. Every level's capacity moves one up, so the room grows by that of the lowest. */
  private addLevel(): void {
    const numLevels = this.capacities.length;
    this.capacities = levelCapacities(this.k, numLevels + 1);
    const growth = u32(this.capacities, 0);
    const grown = new Float64Array(this.items.length + growth);
    grown.set(this.items, growth);
    this.items = grown;
    for (let level = 0; level <= numLevels; level++) this.levels[level] = u32(this.levels, level) + growth;
    this.levels[numLevels + 1] = grown.length;
  }

  private coin(level: number): 0 | 1 {
    const owed = this.owedCoins[level];
    if (owed === 0 || owed === 1) {
      this.owedCoins[level] = -1;
      return owed;
    }
    const coin = this.coins.next();
    this.owedCoins[level] = 1 - coin;
    return coin;
  }
}
