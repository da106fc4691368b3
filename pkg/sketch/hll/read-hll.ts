import { u32, u8 } from '../element.ts';
import { plainBytes, requireExactSize, requireFamily, requireSize, uint32At, uint32sAt } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import {
  contentStart,
  family,
  flags,
  listSlots,
  maxLgK,
  maxLgSetSlots,
  minLgK,
  minLgSetSlots,
  modes,
  preambles,
  sketchName,
  types,
} from './hll-layout.ts';
import type { HllCommon, HllCoupons, HllSketch } from './hll-sketch.ts';
import { readRegisters } from './read-registers.ts';

/**
 * Reads an HLL sketch in any mode, compact or updatable (spec 5.2.1). Coupons and registers stay views of the bytes
 * where these allow it. Everything the image says twice is compared.
 *
 * @throws SketchError with the offset inside the sketch
 */
export function readHll(bytes: Uint8Array): HllSketch {
  const image = plainBytes(bytes);
  requireFamily(sketchName, image, family);
  if (u8(image, 1) !== 1) {
    throw new SketchError('unsupported', `${sketchName}: serial version ${u8(image, 1)}, only 1 is known`, 1);
  }
  const lgK = u8(image, 3);
  if (lgK < minLgK || lgK > maxLgK) {
    throw new SketchError('limit', `${sketchName}: lgK is ${lgK}, not from ${minLgK} to ${maxLgK}`, 3);
  }
  const mode = modes[u8(image, 7) & 3];
  const type = types[(u8(image, 7) >>> 2) & 3];
  if (mode === undefined || type === undefined) {
    throw new SketchError('corrupt', `${sketchName}: mode byte ${u8(image, 7)} names no mode or type`, 7);
  }
  if (u8(image, 0) !== preambles[mode]) {
    throw new SketchError('corrupt', `${sketchName}: preamble ${u8(image, 0)} does not belong to mode ${mode}`, 0);
  }
  const flagBits = u8(image, 5);
  const compact = (flagBits & flags.compact) !== 0;
  const outOfOrder = (flagBits & flags.outOfOrder) !== 0;
  const common = { lgK, type, compact, outOfOrder };
  if (mode === 'HLL') return readRegisters(image, common);
  if ((flagBits & flags.empty) !== 0) return readEmpty(image, mode, common);
  return mode === 'LIST' ? readList(image, common) : readSet(image, common);
}

function readEmpty(image: Uint8Array, mode: 'LIST' | 'SET', common: HllCommon): HllCoupons {
  if (mode === 'SET') throw new SketchError('corrupt', `${sketchName}: a SET that is flagged empty`, 5);
  requireExactSize(sketchName, image, common.compact ? 8 : 8 + 4 * listSlots, 'an empty sketch');
  return { ...common, mode, coupons: new Uint32Array(0) };
}

function readList(image: Uint8Array, common: HllCommon): HllCoupons {
  const count = u8(image, 6);
  if (count > listSlots) {
    throw new SketchError('limit', `${sketchName}: a LIST of ${count} coupons, at most ${listSlots} are legal`, 6);
  }
  const coupons = readCoupons(image, contentStart.LIST, common.compact ? count : listSlots, count);
  return { ...common, mode: 'LIST', coupons };
}

function readSet(image: Uint8Array, common: HllCommon): HllCoupons {
  requireSize(sketchName, image, contentStart.SET, 'the number of coupons');
  const count = uint32At(image, 8);
  const lgSlots = u8(image, 4);
  const maxLgSlots = maxLgSetSlots(common.lgK);
  if (4 * count > 3 * 2 ** maxLgSlots) {
    throw new SketchError('limit', `${sketchName}: a SET of ${count} coupons is too great for lgK ${common.lgK}`, 8);
  }
  if (!common.compact && (lgSlots < minLgSetSlots || lgSlots > maxLgSlots)) {
    throw new SketchError(
      'limit',
      `${sketchName}: a SET of 2^${lgSlots} slots does not belong to lgK ${common.lgK}`,
      4
    );
  }
  const coupons = readCoupons(image, contentStart.SET, common.compact ? count : 2 ** lgSlots, count);
  return { ...common, mode: 'SET', coupons };
}

/** The coupons in `slots` slots; 0 is an unused slot, which a compact image does not have. */
function readCoupons(image: Uint8Array, start: number, slots: number, count: number): Uint32Array {
  requireExactSize(sketchName, image, start + 4 * slots, `an image of ${slots} coupon slots`);
  const stored = uint32sAt(image, start, slots);
  const coupons = stored.includes(0) ? stored.filter((coupon) => coupon !== 0) : stored;
  if (coupons.length !== count) {
    throw new SketchError('corrupt', `${sketchName}: ${coupons.length} coupons where ${count} are declared`, start);
  }
  for (let i = 0; i < coupons.length; i++) {
    if (u32(coupons, i) >>> 26 === 0) {
      throw new SketchError('corrupt', `${sketchName}: coupon ${u32(coupons, i)} has no value`, start);
    }
  }
  return coupons;
}
