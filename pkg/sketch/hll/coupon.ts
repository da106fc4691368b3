import { SketchError } from '../sketch-error.ts';
import { sketchName } from './hll-layout.ts';
import { murmur3 } from './murmur3.ts';

/*
 * Coupons of values (spec 5.2.3): value << 26 | slot address, from the hash of the value's bytes.
 */

const encoder = new TextEncoder();
const eightBytes = new DataView(new ArrayBuffer(8));
const eight = new Uint8Array(eightBytes.buffer);
let textBytes = new Uint8Array(512);

/** Coupon of a text that is not empty, from its UTF-8 bytes. */
export function couponOfString(value: string): number {
  // UTF-8 takes at most three bytes for each UTF-16 unit.
  if (textBytes.length < 3 * value.length) textBytes = new Uint8Array(3 * value.length);
  return couponOf(textBytes, encoder.encodeInto(value, textBytes).written);
}

/** Coupon of an integer, from its 64 bits in two's complement. Integers beyond 64 bits lose the bits above. */
export function couponOfInteger(value: number | bigint): number {
  if (typeof value === 'bigint') {
    eightBytes.setBigInt64(0, BigInt.asIntN(64, value), true);
  } else if (Number.isInteger(value)) {
    eightBytes.setInt32(0, value % 0x1_0000_0000, true);
    eightBytes.setInt32(4, Math.floor(value / 0x1_0000_0000), true);
  } else {
    throw new SketchError('argument', `${sketchName}: ${value} is no integer; use updateDouble`);
  }
  return couponOf(eight, 8);
}

/** Coupon of a double, from its 8 bytes. -0 counts as 0, and there is one NaN. */
export function couponOfDouble(value: number): number {
  if (Number.isNaN(value)) {
    eightBytes.setUint32(0, 0, true);
    eightBytes.setUint32(4, 0x7ff80000, true);
  } else {
    eightBytes.setFloat64(0, value === 0 ? 0 : value, true);
  }
  return couponOf(eight, 8);
}

function couponOf(bytes: Uint8Array, length: number): number {
  const { first, second } = murmur3(bytes, length);
  const leadingZeros = second.high !== 0 ? Math.clz32(second.high) : 32 + Math.clz32(second.low);
  const value = Math.min(leadingZeros, 62) + 1;
  return ((value << 26) | (first.low & 0x3ffffff)) >>> 0;
}
