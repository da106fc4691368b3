import { u32, u8 } from '../element.ts';
import type { HllRegisters, HllType } from './hll-sketch.ts';
import { leastRegister } from './register-counts.ts';
import { exceptionNibble, packedSize } from './registers.ts';

/** Registers in the form of an image. */
export type PackedRegisters = Pick<HllRegisters, 'packed' | 'curMin' | 'numAtCurMin' | 'exceptions'>;

/**
 * Packs registers of one byte each as the type wants them (spec 5.2.1). Only HLL_4 has a least value above 0.
 *
 * @param counts how many registers have each value
 */
export function packRegisters(registers: Uint8Array, lgK: number, type: HllType, counts: Uint32Array): PackedRegisters {
  const none = { curMin: 0, numAtCurMin: u32(counts, 0), exceptions: new Uint32Array(0) };
  switch (type) {
    case 'HLL_4': {
      const curMin = leastRegister(counts);
      return { curMin, numAtCurMin: u32(counts, curMin), ...packNibbles(registers, lgK, curMin) };
    }
    case 'HLL_6':
      return { ...none, packed: packSixBits(registers, lgK) };
    case 'HLL_8':
      return { ...none, packed: registers.slice() };
  }
}

function packNibbles(registers: Uint8Array, lgK: number, curMin: number) {
  const packed = new Uint8Array(packedSize('HLL_4', lgK));
  const exceptions: number[] = [];
  for (let slot = 0; slot < registers.length; slot++) {
    const value = u8(registers, slot);
    const isException = value - curMin >= exceptionNibble;
    if (isException) exceptions.push(((value << 26) | slot) >>> 0);
    packed[slot >>> 1] =
      u8(packed, slot >>> 1) | ((isException ? exceptionNibble : value - curMin) << (4 * (slot & 1)));
  }
  return { packed, exceptions: Uint32Array.from(exceptions) };
}

function packSixBits(registers: Uint8Array, lgK: number): Uint8Array {
  const packed = new Uint8Array(packedSize('HLL_6', lgK));
  for (let slot = 0; slot < registers.length; slot++) {
    const bit = 6 * slot;
    const field = u8(registers, slot) << (bit & 7);
    packed[bit >>> 3] = u8(packed, bit >>> 3) | (field & 0xff);
    packed[(bit >>> 3) + 1] = u8(packed, (bit >>> 3) + 1) | (field >>> 8);
  }
  return packed;
}
