import {
  contentStart,
  family,
  flags,
  lgExceptionSlots,
  lgTableSize,
  minLgSetSlots,
  modes,
  preambles,
  types,
} from './hll-layout.ts';
import type { HllRegisters, HllSketch } from './hll-sketch.ts';

/** Writes the compact image, as whylogs does (spec 5.2.1). */
export function writeHll(sketch: HllSketch): Uint8Array {
  if (sketch.mode === 'HLL') return writeRegisters(sketch);
  const { mode, coupons } = sketch;
  const image = header(contentStart[mode] + 4 * coupons.length, sketch);
  const view = new DataView(image.buffer);
  if (mode === 'LIST') {
    view.setUint8(4, 3);
    view.setUint8(6, coupons.length);
    if (coupons.length === 0) view.setUint8(5, view.getUint8(5) | flags.empty);
  } else {
    view.setUint8(4, lgTableSize(coupons.length, minLgSetSlots));
    view.setUint32(8, coupons.length, true);
  }
  image.set(bytesOf(coupons), contentStart[mode]);
  return image;
}

function writeRegisters(sketch: HllRegisters): Uint8Array {
  const { packed, exceptions } = sketch;
  const image = header(contentStart.HLL + packed.length + 4 * exceptions.length, sketch);
  const view = new DataView(image.buffer);
  if (exceptions.length > 0) view.setUint8(4, lgTableSize(exceptions.length, lgExceptionSlots[sketch.lgK] ?? 0));
  view.setUint8(6, sketch.curMin);
  view.setFloat64(8, sketch.hip, true);
  view.setFloat64(16, sketch.kxq0, true);
  view.setFloat64(24, sketch.kxq1, true);
  view.setUint32(32, sketch.numAtCurMin, true);
  view.setUint32(36, exceptions.length, true);
  image.set(packed, contentStart.HLL);
  image.set(bytesOf(exceptions), contentStart.HLL + packed.length);
  return image;
}

function header(size: number, sketch: HllSketch): Uint8Array<ArrayBuffer> {
  const image = new Uint8Array(size);
  image[0] = preambles[sketch.mode];
  image[1] = 1;
  image[2] = family;
  image[3] = sketch.lgK;
  image[5] = flags.compact | (sketch.outOfOrder ? flags.outOfOrder : 0);
  image[7] = modes.indexOf(sketch.mode) | (types.indexOf(sketch.type) << 2);
  return image;
}

function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
