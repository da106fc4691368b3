import { u32, u8 } from '../element.ts';
import type { HllRegisters, HllType } from './hll-sketch.ts';
import { NibbleMaxima } from './nibble-maxima.ts';

/** Greatest value of a register: leading zeros of 64 hashed bits, cut at 62, plus 1. */
export const maxRegister = 63;

/** 2^-value for each value of a register: what it adds to the sums of a sketch. */
export const inversePowers = Float64Array.from({ length: maxRegister + 1 }, (_, value) => 2 ** -value);

/** Nibble of an HLL_4 register that is too great for four bits: an exception holds its value. */
export const exceptionNibble = 15;

/** Bytes that the registers take in an image (spec 5.2.1). */
export function packedSize(type: HllType, lgK: number): number {
  const numRegisters = 2 ** lgK;
  switch (type) {
    case 'HLL_4':
      return numRegisters / 2;
    case 'HLL_6':
      return Math.floor((numRegisters * 3) / 4) + 1;
    case 'HLL_8':
      return numRegisters;
  }
}

/** Raises each register to that of the sketch. Slots of a sketch with more registers fold onto the lower ones. */
export function raiseRegisters(registers: Uint8Array, sketch: HllRegisters): void {
  const mask = registers.length - 1;
  switch (sketch.type) {
    case 'HLL_4':
      raiseByNibbles(registers, sketch, mask);
      raiseByExceptions(registers, sketch, mask);
      break;
    case 'HLL_6':
      for (let slot = 0; slot < 2 ** sketch.lgK; slot++) raise(registers, slot & mask, sixBits(sketch.packed, slot));
      break;
    case 'HLL_8':
      for (let slot = 0; slot < sketch.packed.length; slot++) raise(registers, slot & mask, u8(sketch.packed, slot));
      break;
  }
}

/** Raises each register to that of all sketches. Those of four bits and of this many registers are taken together. */
export function raiseRegistersByAll(registers: Uint8Array, sketches: readonly HllRegisters[]): void {
  const lgK = Math.log2(registers.length);
  const maxima = new NibbleMaxima(lgK);
  for (const sketch of sketches) {
    if (sketch.type === 'HLL_4' && sketch.lgK === lgK) {
      maxima.take(sketch);
      raiseByExceptions(registers, sketch, registers.length - 1);
    } else {
      raiseRegisters(registers, sketch);
    }
  }
  maxima.raise(registers);
}

function raiseByNibbles(registers: Uint8Array, sketch: HllRegisters, mask: number): void {
  const { packed, curMin } = sketch;
  for (let i = 0; i < packed.length; i++) {
    const pair = u8(packed, i);
    // The nibble of an exception stands for the least value an exception can have.
    raise(registers, (2 * i) & mask, (pair & 15) + curMin);
    raise(registers, (2 * i + 1) & mask, (pair >>> 4) + curMin);
  }
}

function raiseByExceptions(registers: Uint8Array, { exceptions }: HllRegisters, mask: number): void {
  for (let i = 0; i < exceptions.length; i++) {
    const exception = u32(exceptions, i);
    raise(registers, exception & mask, exception >>> 26);
  }
}

function raise(registers: Uint8Array, slot: number, value: number): void {
  if (value > u8(registers, slot)) registers[slot] = value;
}

/** The little-endian bit field of six bits at bit 6 * slot. */
export function sixBits(packed: Uint8Array, slot: number): number {
  const bit = 6 * slot;
  const index = bit >>> 3;
  return ((u8(packed, index) | (u8(packed, index + 1) << 8)) >>> (bit & 7)) & maxRegister;
}
