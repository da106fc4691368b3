import { f64, u8 } from '../element.ts';
import type { HllRegisters, HllType } from './hll-sketch.ts';
import { packRegisters } from './pack-registers.ts';
import { countRegisters, sumRegisters } from './register-counts.ts';
import { inversePowers, raiseRegisters } from './registers.ts';

/** Registers of one byte each that take coupons and other sketches' registers. */
export class GrowingRegisters {
  private lgK: number;
  private registers: Uint8Array;
  private hip = 0;
  /** Sum of 2^-value over all registers below 32, and from 32: apart, they are exact. Of no use when out of order. */
  private kxq0: number;
  private kxq1 = 0;
  private outOfOrder = false;

  constructor(lgK: number) {
    this.lgK = lgK;
    this.registers = new Uint8Array(2 ** lgK);
    this.kxq0 = 2 ** lgK;
  }

  /** A copy of a sketch's registers, with its estimate. */
  static from(sketch: HllRegisters): GrowingRegisters {
    const growing = new GrowingRegisters(sketch.lgK);
    raiseRegisters(growing.registers, sketch);
    growing.hip = sketch.hip;
    growing.kxq0 = sketch.kxq0;
    growing.kxq1 = sketch.kxq1;
    growing.outOfOrder = sketch.outOfOrder;
    return growing;
  }

  /** The registers that coupons make, with the estimate that was known of the coupons. */
  static fromCoupons(lgK: number, coupons: Iterable<number>, estimate: number): GrowingRegisters {
    const growing = new GrowingRegisters(lgK);
    for (const coupon of coupons) growing.insert(coupon);
    growing.hip = estimate;
    return growing;
  }

  /** Takes a coupon. A register that rises adds to the HIP estimate the inverse of the chance that one would. */
  insert(coupon: number): void {
    const slot = coupon & (this.registers.length - 1);
    const value = coupon >>> 26;
    const old = u8(this.registers, slot);
    if (value <= old) return;
    this.registers[slot] = value;
    this.hip += this.registers.length / (this.kxq0 + this.kxq1);
    if (old < 32) this.kxq0 -= f64(inversePowers, old);
    else this.kxq1 -= f64(inversePowers, old);
    if (value < 32) this.kxq0 += f64(inversePowers, value);
    else this.kxq1 += f64(inversePowers, value);
  }

  /** Takes the registers of a sketch: the greater of each pair, at the lower of both precisions. */
  unite(sketch: HllRegisters): void {
    if (sketch.lgK < this.lgK) this.fold(sketch.lgK);
    raiseRegisters(this.registers, sketch);
    this.outOfOrder = true;
    this.hip = 0;
  }

  toSketch(type: HllType): HllRegisters {
    const { lgK, registers, hip, outOfOrder } = this;
    const counts = countRegisters({ type: 'HLL_8', lgK, packed: registers, curMin: 0 });
    return {
      mode: 'HLL',
      lgK,
      type,
      outOfOrder,
      compact: true,
      hip: outOfOrder ? 0 : hip,
      ...sumRegisters(counts),
      ...packRegisters(registers, lgK, type, counts),
    };
  }

  private fold(lgK: number): void {
    const folded = new Uint8Array(2 ** lgK);
    this.registers.forEach((value, slot) => {
      const target = slot & (folded.length - 1);
      if (value > u8(folded, target)) folded[target] = value;
    });
    this.registers = folded;
    this.lgK = lgK;
  }
}
