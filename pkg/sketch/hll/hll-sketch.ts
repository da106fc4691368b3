/** Bits a register takes in the image. The value of a register is the same in all three. */
export type HllType = 'HLL_4' | 'HLL_6' | 'HLL_8';

/** What sketches in every mode have. */
export interface HllCommon {
  /** Logarithm of the number of registers, 4 to 21. */
  readonly lgK: number;
  readonly type: HllType;
  /** Whether the order of arrival is lost, so that the HIP accumulator says nothing. */
  readonly outOfOrder: boolean;
  /** Whether the image it came from was compact. Sketches made here are. */
  readonly compact: boolean;
}

/** Few values: each is kept as a coupon (value << 26 | slot address). */
export interface HllCoupons extends HllCommon {
  readonly mode: 'LIST' | 'SET';
  /** In stored order: whylogs' unions depend on it. */
  readonly coupons: Uint32Array;
}

/** Many values: one register for each slot. */
export interface HllRegisters extends HllCommon {
  readonly mode: 'HLL';
  /** Historical inverse probability estimate; meaningless when out of order. */
  readonly hip: number;
  /** Sum of 2^-value over the registers below 32. */
  readonly kxq0: number;
  /** Sum of 2^-value over the registers from 32. */
  readonly kxq1: number;
  /** No register is below this. Sketches of 6 and 8 bits may keep it at 0 though none is at 0. */
  readonly curMin: number;
  /** Registers equal to `curMin`. */
  readonly numAtCurMin: number;
  /** Registers as the type packs them; can be a view of the bytes they were read from. */
  readonly packed: Uint8Array;
  /** HLL_4 only: registers of curMin + 15 and more, each as value << 26 | slot. Empty for the other types. */
  readonly exceptions: Uint32Array;
}

/** A HyperLogLog sketch of distinct values (spec 5.2). Plain data, never written to. */
export type HllSketch = HllCoupons | HllRegisters;
