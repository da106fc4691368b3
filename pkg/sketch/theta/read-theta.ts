import { u8 } from '../element.ts';
import { plainBytes, requireExactSize, requireFamily, requireSize, uint32At } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import type { ThetaSketch } from './theta-sketch.ts';

const name = 'theta sketch';
const compactFamily = 3;
const emptyFlag = 4;

/**
 * Reads the estimate of a compact theta sketch, which v0 files older than the HLL tracker hold (spec 5.4).
 *
 * @throws SketchError with the offset inside the sketch
 */
export function readTheta(bytes: Uint8Array): ThetaSketch {
  const image = plainBytes(bytes);
  requireSize(name, image, 8, 'the header');
  if (u8(image, 2) === 2)
    throw new SketchError('unsupported', `${name}: updatable form; only the compact one is read`, 2);
  requireFamily(name, image, compactFamily);
  if (u8(image, 1) !== 3) {
    throw new SketchError('unsupported', `${name}: serial version ${u8(image, 1)}, only 3 is known`, 1);
  }
  const preamble = u8(image, 0) & 0x3f;
  const isEmpty = (u8(image, 5) & emptyFlag) !== 0;
  if (isEmpty && preamble !== 1) fail(`preamble ${preamble} does not belong to an empty sketch`, 0);
  switch (preamble) {
    case 1:
      return readHashes(image, 8, isEmpty ? 0 : 1, 1);
    case 2:
      requireSize(name, image, 16, 'the number of hashes');
      return readHashes(image, 16, uint32At(image, 8), 1);
    case 3: {
      requireSize(name, image, 24, 'the number of hashes');
      const theta = (uint32At(image, 20) * 0x1_0000_0000 + uint32At(image, 16)) / 2 ** 63;
      if (!(theta > 0 && theta <= 1)) fail(`theta is ${theta}, not a share of the hash space`, 16);
      return readHashes(image, 24, uint32At(image, 8), theta);
    }
    default:
      return fail(`preamble ${preamble}, not 1 to 3`, 0);
  }
}

function readHashes(image: Uint8Array, start: number, count: number, theta: number): ThetaSketch {
  requireExactSize(name, image, start + 8 * count, `an image of ${count} hashes`);
  return { estimate: count / theta, theta, count };
}

function fail(text: string, offset: number): never {
  throw new SketchError('corrupt', `${name}: ${text}`, offset);
}
