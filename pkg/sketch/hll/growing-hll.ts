import { CouponSet } from './coupon-set.ts';
import { couponEstimate } from './estimate.ts';
import { GrowingRegisters } from './growing-registers.ts';
import { listSlots, maxLgSetSlots, minLgSetSlots } from './hll-layout.ts';
import type { HllCoupons, HllSketch, HllType } from './hll-sketch.ts';

/**
 * An HLL sketch that takes coupons and whole sketches: a list, then a hash set, then registers (spec 5.2.4, 5.2.5). What
 * comes in the same order gives the same sketch as DataSketches, to the last bit of the HIP estimate.
 */
export class GrowingHll {
  private readonly lgK: number;
  private content: number[] | CouponSet | GrowingRegisters = [];

  constructor(lgK: number) {
    this.lgK = lgK;
  }

  insert(coupon: number): void {
    const { content } = this;
    if (content instanceof GrowingRegisters) {
      content.insert(coupon);
    } else if (content instanceof CouponSet) {
      content.add(coupon, maxLgSetSlots(this.lgK));
      if (content.isFull(maxLgSetSlots(this.lgK))) this.takeRegisters(content.coupons());
    } else if (!content.includes(coupon)) {
      content.push(coupon);
      if (content.length === listSlots) this.leaveList(content);
    }
  }

  /** Takes another sketch, as whylogs' union does. An empty one changes nothing. */
  unite(sketch: HllSketch): void {
    const { content } = this;
    if (sketch.mode !== 'HLL') this.uniteCoupons(sketch);
    else if (content instanceof GrowingRegisters) content.unite(sketch);
    else {
      this.content = GrowingRegisters.from(sketch);
      for (const coupon of couponsOf(content)) this.insert(coupon);
    }
  }

  toSketch(type: HllType): HllSketch {
    const { content, lgK } = this;
    if (content instanceof GrowingRegisters) return content.toSketch(type);
    const mode = content instanceof CouponSet ? 'SET' : 'LIST';
    return { mode, lgK, type, outOfOrder: false, compact: true, coupons: Uint32Array.from(couponsOf(content)) };
  }

  private uniteCoupons(sketch: HllCoupons): void {
    const source = sketch.mode === 'SET' ? tableOf(sketch) : [...sketch.coupons];
    const isEmpty = Array.isArray(this.content) && this.content.length === 0;
    // The first sketch is copied as it is, table order included.
    const isCopied = isEmpty && sketch.lgK === this.lgK && (sketch.mode === 'SET' || sketch.coupons.length < listSlots);
    if (isCopied) this.content = source;
    else for (const coupon of couponsOf(source)) this.insert(coupon);
  }

  private leaveList(coupons: readonly number[]): void {
    if (maxLgSetSlots(this.lgK) < minLgSetSlots) {
      this.takeRegisters(coupons);
      return;
    }
    const set = new CouponSet();
    for (const coupon of coupons) set.add(coupon, maxLgSetSlots(this.lgK));
    this.content = set;
  }

  private takeRegisters(coupons: ArrayLike<number> & Iterable<number>): void {
    const estimate = Math.max(coupons.length, couponEstimate(coupons.length));
    this.content = GrowingRegisters.fromCoupons(this.lgK, coupons, estimate);
  }
}

function couponsOf(content: number[] | CouponSet): Iterable<number> {
  return content instanceof CouponSet ? content.coupons() : content;
}

/** The table of a SET, rebuilt by inserting the stored coupons in stored order, as DataSketches does on reading. */
function tableOf(sketch: HllCoupons): CouponSet {
  const table = new CouponSet();
  for (const coupon of sketch.coupons) table.add(coupon, maxLgSetSlots(sketch.lgK));
  return table;
}
