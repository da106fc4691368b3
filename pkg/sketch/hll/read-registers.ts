import { u32, u8 } from '../element.ts';
import { doubleAt, requireExactSize, requireSize, uint32At, uint32sAt } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { compositeEstimate } from './composite-estimate.ts';
import { contentStart, lgExceptionSlots, sketchName } from './hll-layout.ts';
import type { HllCommon, HllRegisters } from './hll-sketch.ts';
import { countRegisters, greatestRegister, leastRegister, sumRegisters } from './register-counts.ts';
import { exceptionNibble, maxRegister, packedSize } from './registers.ts';

/**
 * How many times the HIP estimate may be greater or less than what the registers say. Of 40,000 simulated sketches of 16
 * registers, the coarsest, none was beyond 2.5; what is beyond this is a damaged accumulator.
 */
const hipTolerance = 8;

/** Reads an image in HLL mode, of which the first eight bytes are known. */
export function readRegisters(image: Uint8Array, common: HllCommon): HllRegisters {
  const { lgK, type, compact } = common;
  const start = contentStart.HLL;
  requireSize(sketchName, image, start, 'the header');
  const size = packedSize(type, lgK);
  const exceptionCount = uint32At(image, 36);
  const exceptionSlots = type === 'HLL_4' ? tableSize(lgK, compact, u8(image, 4), exceptionCount) : 0;
  requireExactSize(sketchName, image, start + size + 4 * exceptionSlots, `an ${type} image of lgK ${lgK}`);
  const table = uint32sAt(image, start + size, exceptionSlots);
  const sketch: HllRegisters = {
    ...common,
    mode: 'HLL',
    hip: doubleAt(image, 8),
    kxq0: doubleAt(image, 16),
    kxq1: doubleAt(image, 24),
    curMin: u8(image, 6),
    numAtCurMin: uint32At(image, 32),
    packed: image.subarray(start, start + size),
    exceptions: compact ? table : table.filter((exception) => exception !== 0),
  };
  if (type === 'HLL_4' && sketch.exceptions.length !== exceptionCount) {
    fail(`${sketch.exceptions.length} exceptions where ${exceptionCount} are declared`, 36);
  }
  checkRegisters(sketch);
  return sketch;
}

/** Slots of the table of exceptions in the image. */
function tableSize(lgK: number, compact: boolean, lgSlots: number, count: number): number {
  if (count > 2 ** lgK) {
    throw new SketchError('limit', `${sketchName}: ${count} exceptions are more than there are registers`, 36);
  }
  if (compact) return count;
  if (count === 0) return 2 ** (lgExceptionSlots[lgK] ?? 0);
  if (lgSlots > lgK) {
    throw new SketchError('limit', `${sketchName}: a table of 2^${lgSlots} exceptions for lgK ${lgK}`, 4);
  }
  return 2 ** lgSlots;
}

/** Throws unless the header agrees with the registers. One pass over the bytes: about three microseconds at lgK 12. */
function checkRegisters(sketch: HllRegisters): void {
  const { curMin, numAtCurMin, kxq0, kxq1, hip, lgK } = sketch;
  const counts = countRegisters(sketch);
  if (sketch.type === 'HLL_4') placeExceptions(sketch, counts);
  const least = leastRegister(counts);
  const greatest = greatestRegister(counts);
  if (greatest > maxRegister) fail(`a register of ${greatest}, at most ${maxRegister} exist`, contentStart.HLL);
  if (least < curMin) fail(`a register of ${least}, below the least value ${curMin}`, 6);
  if (u32(counts, curMin) !== numAtCurMin) {
    fail(`${u32(counts, curMin)} registers of ${curMin} where ${numAtCurMin} are declared`, 32);
  }
  const sums = sumRegisters(counts);
  if (sums.kxq0 !== kxq0) fail(`kxq0 is ${kxq0} where the registers make ${sums.kxq0}`, 16);
  if (sums.kxq1 !== kxq1) fail(`kxq1 is ${kxq1} where the registers make ${sums.kxq1}`, 24);
  const zeros = u32(counts, 0);
  const likely = compositeEstimate(lgK, kxq0 + kxq1, zeros);
  // Each register above 0 has added at least 1.
  const isPossible = hip >= (2 ** lgK - zeros) * (1 - 1e-9);
  const isLikely = isPossible && hip <= hipTolerance * likely && likely <= hipTolerance * hip;
  if (!sketch.outOfOrder && !isLikely) fail(`HIP estimate ${hip} where the registers make about ${likely}`, 8);
}

/** Moves the exceptions, so far all counted at the least value they can have, to their own values. */
function placeExceptions(sketch: HllRegisters, counts: Uint32Array): void {
  const { exceptions, packed, curMin, lgK } = sketch;
  const start = contentStart.HLL + packed.length;
  const least = curMin + exceptionNibble;
  if (u32(counts, least) !== exceptions.length) {
    fail(`${exceptions.length} exceptions where ${u32(counts, least)} registers need one`, 36);
  }
  if (exceptions.length === 0) return;
  const slots = exceptions.length > 1 ? exceptions.map((exception) => exception & 0x3ffffff).sort() : exceptions;
  counts[least] = 0;
  for (let i = 0; i < exceptions.length; i++) {
    const slot = u32(exceptions, i) & 0x3ffffff;
    const value = u32(exceptions, i) >>> 26;
    const isExpected = slot < 2 ** lgK && value >= least && nibbleAt(packed, slot) === exceptionNibble;
    const isRepeated = i > 0 && slots[i] === slots[i - 1];
    if (!isExpected || isRepeated) fail(`exception ${value} of slot ${slot} does not belong there`, start + 4 * i);
    counts[value] = u32(counts, value) + 1;
  }
}

function nibbleAt(packed: Uint8Array, slot: number): number {
  return (u8(packed, slot >>> 1) >>> (4 * (slot & 1))) & 15;
}

function fail(text: string, offset: number): never {
  throw new SketchError('corrupt', `${sketchName}: ${text}`, offset);
}
