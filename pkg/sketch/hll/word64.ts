/**
 * An unsigned integer of 64 bits in two halves, changed in place: numbers have no such integers, big integers are a
 * hundred times slower, and hashing must not allocate. The halves are signed or unsigned, as the last operation left them.
 */
export interface Word64 {
  low: number;
  high: number;
}

export function set(word: Word64, low: number, high: number): void {
  word.low = low | 0;
  word.high = high | 0;
}

export function xor(word: Word64, low: number, high: number): void {
  word.low ^= low;
  word.high ^= high;
}

export function add(word: Word64, low: number, high: number): void {
  const sum = (word.low >>> 0) + (low >>> 0);
  word.high = (word.high + high + (sum > 0xffffffff ? 1 : 0)) | 0;
  word.low = sum | 0;
}

/** Multiplies, keeping the low 64 bits. Half products of 16 by 16 bits and their sums are exact doubles. */
export function multiply(word: Word64, low: number, high: number): void {
  const a0 = word.low & 0xffff;
  const a1 = word.low >>> 16;
  const b0 = low & 0xffff;
  const b1 = low >>> 16;
  const lowest = a0 * b0;
  const middle = a0 * b1 + a1 * b0 + Math.floor(lowest / 0x1_0000);
  const carry = a1 * b1 + Math.floor(middle / 0x1_0000);
  word.high = (carry + Math.imul(word.low, high) + Math.imul(word.high, low)) | 0;
  word.low = ((middle & 0xffff) << 16) | (lowest & 0xffff);
}

/** Rotates left by 1 to 63 bits, but not 32. */
export function rotateLeft(word: Word64, bits: number): void {
  const isSwapped = bits > 32;
  const low = isSwapped ? word.high : word.low;
  const high = isSwapped ? word.low : word.high;
  const shift = bits % 32;
  word.low = (low << shift) | (high >>> (32 - shift));
  word.high = (high << shift) | (low >>> (32 - shift));
}

/** x ^= x >>> 33 */
export function foldHigh(word: Word64): void {
  word.low ^= word.high >>> 1;
}
