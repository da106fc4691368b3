import { u8 } from '../element.ts';
import { countAt, plainBytes, requireExactSize, requireFamily, requireSize, uint32At } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { capacityOf, family, headerSize, maxLgMax, minLgMax, sketchName } from './frequent-items-layout.ts';
import type { FrequentItems } from './frequent-items.ts';
import type { ItemTable } from './item-table.ts';
import { StoredFrequentItems } from './stored-frequent-items.ts';
import { hashText } from './text-bytes.ts';
import { TextIndex } from './text-index.ts';

/**
 * Reads a sketch of frequent texts (spec 5.3). Texts stay bytes of the image until `items` is asked for. Everything the
 * image says twice is compared: sizes, weights, number and distinctness of the items. A sketch whose items were all
 * dropped is written as empty by whylogs: its total weight and error are lost.
 *
 * @throws SketchError with the offset inside the sketch
 */
export function readFrequentItems(bytes: Uint8Array): FrequentItems {
  const image = plainBytes(bytes);
  requireFamily(sketchName, image, family);
  const preamble = u8(image, 0);
  const lgMax = u8(image, 3);
  if (u8(image, 1) !== 1) {
    throw new SketchError('unsupported', `${sketchName}: serial version ${u8(image, 1)}, only 1 is known`, 1);
  }
  if (lgMax < minLgMax || lgMax > maxLgMax) {
    throw new SketchError('limit', `${sketchName}: lgMax is ${lgMax}, not from ${minLgMax} to ${maxLgMax}`, 3);
  }
  if (u8(image, 4) > lgMax) fail(`the map has 2^${u8(image, 4)} places, more than 2^${lgMax}`, 4);
  const isEmpty = (u8(image, 5) & 5) !== 0;
  if (preamble !== (isEmpty ? 1 : 4)) {
    fail(`preamble ${preamble} does not belong to ${isEmpty ? 'an empty sketch' : 'a sketch with items'}`, 0);
  }
  if (isEmpty) {
    requireExactSize(sketchName, image, 8, 'an empty sketch');
    return new StoredFrequentItems(lgMax, 0, 0, noItems);
  }
  requireSize(sketchName, image, headerSize, 'the header');
  const count = uint32At(image, 8);
  if (count > capacityOf(lgMax) + 1) {
    throw new SketchError('limit', `${sketchName}: ${count} items are too many for lgMax ${lgMax}`, 8);
  }
  const totalWeight = countAt(sketchName, image, 16, 'the total weight');
  const offset = countAt(sketchName, image, 24, 'the offset');
  if (offset > totalWeight) fail(`the offset ${offset} exceeds the total weight ${totalWeight}`, 24);
  const weights = readWeights(image, count);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum > totalWeight || (offset === 0 && sum < totalWeight)) {
    fail(`the items weigh ${sum}, all together ${totalWeight}, and the offset is ${offset}`, 16);
  }
  return new StoredFrequentItems(lgMax, totalWeight, offset, readTexts(image, weights));
}

const noItems: ItemTable = {
  bytes: new Uint8Array(0),
  starts: new Uint32Array(0),
  ends: new Uint32Array(0),
  hashes: new Uint32Array(0),
  weights: new Float64Array(0),
};

function readWeights(image: Uint8Array, count: number): Float64Array {
  requireSize(sketchName, image, headerSize + 8 * count, `the weights of ${count} items`);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = headerSize + 8 * i;
    const weight = countAt(sketchName, image, at, 'a weight');
    if (weight === 0) fail('an item of weight 0', at);
    weights[i] = weight;
  }
  return weights;
}

function readTexts(image: Uint8Array, weights: Float64Array): ItemTable {
  const count = weights.length;
  const table = {
    bytes: image,
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    hashes: new Uint32Array(count),
    weights,
  };
  const index = new TextIndex(count);
  let at = headerSize + 8 * count;
  for (let i = 0; i < count; i++) {
    requireSize(sketchName, image, at + 4, `the length of item ${i}`);
    const start = at + 4;
    const end = start + uint32At(image, at);
    requireSize(sketchName, image, end, `item ${i}`);
    const hash = hashText(image, start, end);
    table.starts[i] = start;
    table.ends[i] = end;
    table.hashes[i] = hash;
    if (index.findOrEnter(table, i, image, start, end, hash) !== i) fail(`item ${i} stands there twice`, at);
    at = end;
  }
  requireExactSize(sketchName, image, at, `an image of ${count} items`);
  return table;
}

function fail(text: string, offset: number): never {
  throw new SketchError('corrupt', `${sketchName}: ${text}`, offset);
}
