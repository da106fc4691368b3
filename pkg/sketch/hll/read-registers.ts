import { f64, u32, u8 } from '../element.ts';
import { doubleAt, requireExactSize, requireSize, uint32At, uint32sAt } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { compositeEstimate } from './composite-estimate.ts';
import { contentStart, lgExceptionSlots, sketchName } from './hll-layout.ts';
import type { HllCommon, HllRegisters } from './hll-sketch.ts';
import { maxSummedLgK, sumNibbles } from './nibble-sums.ts';
import { countRegisters, greatestRegister, leastRegister, sumRegisters } from './register-counts.ts';
import { exceptionNibble, inversePowers, maxRegister, packedSize } from './registers.ts';

/**
 * How many times the HIP estimate may be greater or less than what the registers say. Of 40,000 simulated sketches of 16
 * registers, the coarsest, none was beyond 2.5; what is beyond this is a damaged accumulator.
 */
const hipTolerance = 8;

/** The part of a coupon or an exception that is the slot. */
const slotMask = 0x3ffffff;

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

/** Throws unless the header agrees with the registers. */
function checkRegisters(sketch: HllRegisters): void {
  if (!agreesBySums(sketch)) checkCounts(sketch);
  const { curMin, numAtCurMin, kxq0, kxq1, hip, lgK } = sketch;
  const zeros = curMin === 0 ? numAtCurMin : 0;
  const likely = compositeEstimate(lgK, kxq0 + kxq1, zeros);
  // Each register above 0 has added at least 1.
  const isPossible = hip >= (2 ** lgK - zeros) * (1 - 1e-9);
  const isLikely = isPossible && hip <= hipTolerance * likely && likely <= hipTolerance * hip;
  if (!sketch.outOfOrder && !isLikely) fail(`HIP estimate ${hip} where the registers make about ${likely}`, 8);
}

/**
 * Whether sums over the registers show already that the header agrees with them, which is quicker than counting every
 * value. False as well where sums cannot tell: then the registers are counted, and what is wrong is named.
 */
function agreesBySums(sketch: HllRegisters): boolean {
  const { type, lgK, packed, curMin, numAtCurMin, exceptions } = sketch;
  // Registers from 32 go into the other sum: they must all be exceptions.
  if (type !== 'HLL_4' || lgK > maxSummedLgK || curMin + exceptionNibble > 32) return false;
  const sums = sumNibbles(packed);
  if (sums.zeros === 0 || sums.zeros !== numAtCurMin || sums.exceptions !== exceptions.length) return false;
  if (misplacedException(sketch) !== undefined) return false;
  let kxq0 = sums.inversePowers * f64(inversePowers, curMin);
  let kxq1 = 0;
  for (let i = 0; i < exceptions.length; i++) {
    const value = u32(exceptions, i) >>> 26;
    if (value < 32) kxq0 += f64(inversePowers, value);
    else kxq1 += f64(inversePowers, value);
  }
  return kxq0 === sketch.kxq0 && kxq1 === sketch.kxq1;
}

/** Throws unless the header agrees with how often each value occurs. */
function checkCounts(sketch: HllRegisters): void {
  const { curMin, numAtCurMin, kxq0, kxq1 } = sketch;
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
}

/** Moves the exceptions, so far all counted at the least value they can have, to their own values. */
function placeExceptions(sketch: HllRegisters, counts: Uint32Array): void {
  const { exceptions, packed, curMin } = sketch;
  const start = contentStart.HLL + packed.length;
  const least = curMin + exceptionNibble;
  if (u32(counts, least) !== exceptions.length) {
    fail(`${exceptions.length} exceptions where ${u32(counts, least)} registers need one`, 36);
  }
  const misplaced = misplacedException(sketch);
  if (misplaced !== undefined) {
    const exception = u32(exceptions, misplaced);
    fail(`exception ${exception >>> 26} of slot ${exception & slotMask} does not belong there`, start + 4 * misplaced);
  }
  counts[least] = 0;
  for (let i = 0; i < exceptions.length; i++) {
    const value = u32(exceptions, i) >>> 26;
    counts[value] = u32(counts, value) + 1;
  }
}

/** Index of an exception whose slot needs none of its value or has one already; undefined when there is none. */
function misplacedException({ exceptions, packed, curMin, lgK }: HllRegisters): number | undefined {
  const slots = exceptions.length > 1 ? exceptions.map((exception) => exception & slotMask).sort() : exceptions;
  for (let i = 0; i < exceptions.length; i++) {
    const slot = u32(exceptions, i) & slotMask;
    const value = u32(exceptions, i) >>> 26;
    const isExpected =
      slot < 2 ** lgK && value >= curMin + exceptionNibble && nibbleAt(packed, slot) === exceptionNibble;
    const isRepeated = i > 0 && slots[i] === slots[i - 1];
    if (!isExpected || isRepeated) return i;
  }
  return undefined;
}

function nibbleAt(packed: Uint8Array, slot: number): number {
  return (u8(packed, slot >>> 1) >>> (4 * (slot & 1))) & 15;
}

function fail(text: string, offset: number): never {
  throw new SketchError('corrupt', `${sketchName}: ${text}`, offset);
}
