import { f64, u32 } from '../element.ts';
import type { KllSketch } from './kll-sketch.ts';
import { freePlaces, minLevelCapacity } from './level-capacity.ts';

const headerSize = 24;

/**
 * Writes a sketch in whylogs' layout of doubles (spec 5.1.1: header of 24 bytes, preamble 6), also where it was read
 * from floats: every float is a double.
 *
 * @throws SketchError `argument` when the sketch holds more items than its k and number of levels allow
 */
export function writeKll(sketch: KllSketch): Uint8Array {
  if (sketch.n === 0) return header(8, sketch, 2, 1, 1);
  if (sketch.n === 1) {
    const image = header(16, sketch, 2, 2, 4);
    new DataView(image.buffer).setFloat64(8, f64(sketch.items, 0), true);
    return image;
  }
  const numLevels = sketch.levels.length - 1;
  const count = sketch.items.length;
  const free = freePlaces(sketch);
  const itemsStart = headerSize + 4 * numLevels;
  const image = header(itemsStart + 8 * (count + 2), sketch, 6, 1, 0);
  const view = new DataView(image.buffer);
  view.setUint32(8, sketch.n % 0x1_0000_0000, true);
  view.setUint32(12, Math.floor(sketch.n / 0x1_0000_0000), true);
  view.setUint16(16, sketch.minK, true);
  view.setUint8(18, numLevels);
  for (let level = 0; level < numLevels; level++) {
    view.setUint32(headerSize + 4 * level, free + u32(sketch.levels, level), true);
  }
  view.setFloat64(itemsStart, sketch.min, true);
  view.setFloat64(itemsStart + 8, sketch.max, true);
  const { buffer, byteOffset, byteLength } = sketch.items;
  image.set(new Uint8Array(buffer, byteOffset, byteLength), itemsStart + 16);
  return image;
}

function header(
  size: number,
  sketch: KllSketch,
  preamble: number,
  version: number,
  flags: number
): Uint8Array<ArrayBuffer> {
  const image = new Uint8Array(size);
  const view = new DataView(image.buffer);
  view.setUint8(0, preamble);
  view.setUint8(1, version);
  view.setUint8(2, 15);
  view.setUint8(3, flags | (sketch.isLevelZeroSorted ? 2 : 0));
  view.setUint16(4, sketch.k, true);
  view.setUint8(6, minLevelCapacity);
  return image;
}
