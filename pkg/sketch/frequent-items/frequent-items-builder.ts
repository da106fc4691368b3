import { maxCount } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { capacityOf, requireLgMax, sketchName } from './frequent-items-layout.ts';
import type { FrequentItems } from './frequent-items.ts';
import { purge } from './purge.ts';
import { StoredFrequentItems } from './stored-frequent-items.ts';
import { WeightTable } from './weight-table.ts';

const encoder = new TextEncoder();

/** Builds a sketch of frequent texts value by value. Up to lgMax 10 the result is whylogs' own, item for item. */
export class FrequentItemsBuilder {
  readonly lgMax: number;
  private table = new WeightTable();
  private totalWeight = 0;
  private offset = 0;
  private scratch = new Uint8Array(512);

  /** @param lgMax logarithm of the greatest map size, 3 to 30; whylogs uses 10 and so keeps up to 768 values */
  constructor(lgMax = 10) {
    requireLgMax(lgMax);
    this.lgMax = lgMax;
  }

  /**
   * Adds to the weight of a text.
   *
   * @param weight a whole number; 0 changes nothing
   * @throws SketchError `argument` when the weight is no whole number, `limit` when the total exceeds 2^53 - 1
   */
  update(value: string, weight = 1): void {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      throw new SketchError('argument', `${sketchName}: weight ${weight} is no whole number from 0 to 2^53 - 1`);
    }
    if (weight === 0) return;
    if (this.totalWeight + weight > maxCount) {
      throw new SketchError('limit', `${sketchName}: the total weight exceeds 2^53 - 1; start another sketch`);
    }
    this.totalWeight += weight;
    // UTF-8 takes at most three bytes for each UTF-16 unit.
    if (this.scratch.length < 3 * value.length) this.scratch = new Uint8Array(3 * value.length);
    this.table.add(this.scratch, 0, encoder.encodeInto(value, this.scratch).written, weight);
    if (this.table.size > capacityOf(this.lgMax)) {
      const { table, lowered } = purge(this.table, this.lgMax);
      this.table = table;
      this.offset += lowered;
    }
  }

  /** The sketch so far. The builder can go on; what it returned does not change. */
  toSketch(): FrequentItems {
    return new StoredFrequentItems(this.lgMax, this.totalWeight, this.offset, this.table.toTable());
  }
}
