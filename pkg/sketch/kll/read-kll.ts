import { f64, u32, u8 } from '../element.ts';
import {
  countAt,
  doubleAt,
  plainBytes,
  requireExactSize,
  requireFamily,
  requireSize,
  uint16At,
  uint32At,
} from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { checkItems } from './check-items.ts';
import { emptyKll, type KllSketch } from './kll-sketch.ts';
import { maxKllLevels, minKllK } from './kll-limits.ts';
import { minLevelCapacity, totalCapacity } from './level-capacity.ts';
import { StoredKll, type KllFacts } from './stored-kll.ts';

const name = 'KLL sketch';
const family = 15;

/**
 * Reads a KLL sketch of doubles (whylogs' and Apache's layout) or floats (v0), told apart by header and size
 * (spec 5.1.1, 5.1.2). Doubles stay in the bytes until `items` is asked for: a view of them when they are aligned to 8, else
 * one copy. Everything the image says twice is compared: sizes, weights, order and range of the items.
 *
 * @throws SketchError with the offset inside the sketch
 */
export function readKll(bytes: Uint8Array): KllSketch {
  const image = plainBytes(bytes);
  requireFamily(name, image, family);
  const preamble = u8(image, 0);
  const version = u8(image, 1);
  const flags = u8(image, 3);
  const k = uint16At(image, 4);
  if (k < minKllK) throw new SketchError('limit', `${name}: k is ${k}, less than ${minKllK}`, 4);
  if (u8(image, 6) !== minLevelCapacity) {
    throw new SketchError('unsupported', `${name}: least level capacity ${u8(image, 6)}, only 8 is known`, 6);
  }
  if (preamble === 7) throw new SketchError('unsupported', `${name}: items are integers, not floats or doubles`, 0);
  if (version !== 1 && version !== 2) {
    throw new SketchError('unsupported', `${name}: serial version ${version}, only 1 and 2 are known`, 1);
  }
  const isLevelZeroSorted = (flags & 2) !== 0;
  if ((flags & 1) !== 0) {
    requirePreamble(preamble === 2, preamble, 'an empty sketch');
    requireExactSize(name, image, 8, 'an empty sketch');
    return { ...emptyKll(k), isLevelZeroSorted };
  }
  if ((flags & 4) !== 0) {
    requirePreamble(preamble === 2, preamble, 'a single item');
    return readSingleItem(image, k, isLevelZeroSorted);
  }
  requirePreamble(preamble === 5 || preamble === 6, preamble, 'a sketch of several items');
  return readLevels(image, preamble === 6 ? 24 : 20, k, isLevelZeroSorted);
}

function requirePreamble(isExpected: boolean, preamble: number, what: string): void {
  if (!isExpected) throw new SketchError('corrupt', `${name}: preamble ${preamble} does not belong to ${what}`, 0);
}

function readSingleItem(image: Uint8Array, k: number, isLevelZeroSorted: boolean): KllSketch {
  requireSize(name, image, 12, 'a single item');
  const itemBytes = image.length === 12 ? 4 : 8;
  requireExactSize(name, image, 8 + itemBytes, 'a single item');
  const min = readItem(image, 8, itemBytes);
  return readItems(
    image,
    8,
    { k, minK: k, n: 1, min, max: min, levels: Uint32Array.of(0, 1), isLevelZeroSorted },
    itemBytes
  );
}

function readLevels(image: Uint8Array, headerSize: number, k: number, isLevelZeroSorted: boolean): KllSketch {
  requireSize(name, image, headerSize, 'the header');
  const n = countAt(name, image, 8, 'n');
  const minK = uint16At(image, 16);
  if (minK < minKllK || minK > k) throw new SketchError('corrupt', `${name}: min k is ${minK}, k is ${k}`, 16);
  const numLevels = u8(image, 18);
  if (numLevels < 1 || numLevels > maxKllLevels) {
    throw new SketchError(
      'limit',
      `${name}: ${numLevels} levels, at least 1 and at most ${maxKllLevels} are legal`,
      18
    );
  }
  const itemsStart = headerSize + 4 * numLevels;
  requireSize(name, image, itemsStart, 'the level starts');
  const levels = readLevelStarts(image, headerSize, numLevels, totalCapacity(k, numLevels));
  const count = u32(levels, numLevels);
  requireWeights(levels, n);

  const itemBytes = itemSize(image, headerSize, itemsStart, count);
  const min = readItem(image, itemsStart, itemBytes);
  const max = readItem(image, itemsStart + itemBytes, itemBytes);
  if (!(min <= max)) throw new SketchError('corrupt', `${name}: min is ${min}, max is ${max}`, itemsStart);
  const facts = { k, minK, n, min, max, levels, isLevelZeroSorted };
  return readItems(image, itemsStart + 2 * itemBytes, facts, itemBytes);
}

/** Level starts counted from the first retained item, and the end. In the image they count from the first free place. */
function readLevelStarts(image: Uint8Array, offset: number, numLevels: number, capacity: number): Uint32Array {
  const first = uint32At(image, offset);
  const levels = new Uint32Array(numLevels + 1);
  let previous = first;
  for (let level = 0; level <= numLevels; level++) {
    const at = offset + 4 * level;
    const start = level === numLevels ? capacity : uint32At(image, at);
    if (start < previous || start > capacity) {
      throw new SketchError('corrupt', `${name}: level ${level} starts at ${start}, outside its place`, at);
    }
    levels[level] = start - first;
    previous = start;
  }
  return levels;
}

function requireWeights(levels: Uint32Array, n: number): void {
  let weight = 0;
  for (let level = 0; level + 1 < levels.length; level++) {
    weight += (u32(levels, level + 1) - u32(levels, level)) * 2 ** level;
  }
  if (weight !== n || n === 0) throw new SketchError('corrupt', `${name}: the items weigh ${weight}, n is ${n}`, 8);
}

function itemSize(image: Uint8Array, headerSize: number, itemsStart: number, count: number): 4 | 8 {
  const ofFloats = itemsStart + 4 * (count + 2);
  const ofDoubles = itemsStart + 8 * (count + 2);
  if (image.length === ofDoubles) return 8;
  if (headerSize === 24) requireExactSize(name, image, ofDoubles, `an image of ${count} doubles`);
  requireSize(name, image, ofFloats, `an image of ${count} floats`);
  if (image.length === ofFloats) return 4;
  throw new SketchError(
    'corrupt',
    `${name}: ${image.length} bytes where ${count} items take ${ofFloats} as floats or ${ofDoubles} as doubles`,
    ofFloats
  );
}

function readItem(image: Uint8Array, offset: number, itemBytes: 4 | 8): number {
  return itemBytes === 8 ? doubleAt(image, offset) : f64(widen(image, offset, 1), 0);
}

/** The sketch of the items from `offset` to the end of the image. */
function readItems(image: Uint8Array, offset: number, facts: KllFacts, itemBytes: 4 | 8): KllSketch {
  const bytes = image.subarray(offset);
  if (itemBytes === 8) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    checkItems(facts, view, offset, itemBytes);
    return new StoredKll(facts, view);
  }
  const items = widen(image, offset, bytes.length / 4);
  checkItems(facts, new DataView(items.buffer), offset, itemBytes);
  return { ...facts, items, itemBytes };
}

/** Floats as doubles. */
function widen(image: Uint8Array, offset: number, count: number): Float64Array {
  return Float64Array.from(new Float32Array(image.slice(offset, offset + 4 * count).buffer));
}
