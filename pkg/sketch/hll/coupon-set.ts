import { u32 } from '../element.ts';
import { minLgSetSlots } from './hll-layout.ts';

/**
 * Distinct coupons in a hash table with open addressing, laid out as DataSketches does (spec 5.2.4). The order in which
 * `coupons` walks it decides the HIP estimate of whatever they are replayed into, so it must be the same order.
 */
export class CouponSet {
  private slots = new Uint32Array(2 ** minLgSetSlots);
  private lgSlots = minLgSetSlots;
  private count = 0;

  /** Whether one more step of growth would exceed 2^`maxLgSlots` slots. */
  isFull(maxLgSlots: number): boolean {
    return this.lgSlots === maxLgSlots && 4 * this.count > 3 * this.slots.length;
  }

  /** Adds a coupon and grows past a load of three quarters, up to 2^`maxLgSlots` slots. */
  add(coupon: number, maxLgSlots: number): void {
    const slot = this.find(coupon);
    if (u32(this.slots, slot) !== 0) return;
    this.slots[slot] = coupon;
    this.count++;
    if (4 * this.count > 3 * this.slots.length && this.lgSlots < maxLgSlots) this.grow();
  }

  /** In the order of the table. */
  coupons(): Uint32Array {
    return this.slots.filter((coupon) => coupon !== 0);
  }

  private grow(): void {
    const coupons = this.coupons();
    this.lgSlots++;
    this.slots = new Uint32Array(2 ** this.lgSlots);
    for (const coupon of coupons) this.slots[this.find(coupon)] = coupon;
  }

  /** The slot that has the coupon, or the empty one where it belongs. */
  private find(coupon: number): number {
    const mask = this.slots.length - 1;
    const step = ((coupon & 0x3ffffff) >>> this.lgSlots) | 1;
    let slot = coupon & mask;
    while (u32(this.slots, slot) !== 0 && u32(this.slots, slot) !== coupon) slot = (slot + step) & mask;
    return slot;
  }
}
