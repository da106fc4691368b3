import { SketchError } from '../sketch-error.ts';
import { couponOfDouble, couponOfInteger, couponOfString } from './coupon.ts';
import { GrowingHll } from './growing-hll.ts';
import { maxLgK, minLgK, sketchName } from './hll-layout.ts';
import type { HllSketch, HllType } from './hll-sketch.ts';

/**
 * Builds an HLL sketch value by value, with the same hashes as whylogs (spec 5.2.3): integers and doubles are different
 * values (1 is not 1.0, but 0 and 0.0 hash alike); whylogs hands booleans over as the integers 1 and 0.
 */
export class HllBuilder {
  readonly lgK: number;
  readonly type: HllType;
  private readonly sketch: GrowingHll;

  /**
   * @param lgK logarithm of the number of registers, 4 to 21; whylogs uses 12
   * @param type bits of a register in the image; whylogs writes HLL_4
   */
  constructor(lgK = 12, type: HllType = 'HLL_4') {
    if (!Number.isInteger(lgK) || lgK < minLgK || lgK > maxLgK) {
      throw new SketchError('argument', `${sketchName}: lgK is ${lgK}; give an integer from ${minLgK} to ${maxLgK}`);
    }
    this.lgK = lgK;
    this.type = type;
    this.sketch = new GrowingHll(lgK);
  }

  /** Adds a text by its UTF-8 bytes; the empty text is left out, as in whylogs. */
  updateString(value: string): void {
    if (value !== '') this.sketch.insert(couponOfString(value));
  }

  /**
   * Adds an integer of 64 bits. Of a greater one the bits above are lost, as in whylogs.
   *
   * @throws SketchError `argument` when the number is no integer
   */
  updateInteger(value: number | bigint): void {
    this.sketch.insert(couponOfInteger(value));
  }

  /** Adds a double; -0 counts as 0, every NaN as one value. */
  updateDouble(value: number): void {
    this.sketch.insert(couponOfDouble(value));
  }

  /** The sketch so far. The builder can go on; what it returned does not change. */
  toSketch(): HllSketch {
    return this.sketch.toSketch(this.type);
  }
}
