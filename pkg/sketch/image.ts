import { u8 } from './element.ts';
import { SketchError } from './sketch-error.ts';

/** Greatest counter that is read: beyond it a JavaScript number skips integers. */
export const maxCount = Number.MAX_SAFE_INTEGER;

/**
 * A plain `Uint8Array` over the same bytes. Node's Buffer is another kind of object, and readers that meet both are
 * slower for each.
 */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  return Object.getPrototypeOf(bytes) === Uint8Array.prototype
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Throws `truncated` when the image is shorter than `size` bytes. */
export function requireSize(sketch: string, bytes: Uint8Array, size: number, part: string): void {
  if (bytes.length < size) {
    throw new SketchError(
      'truncated',
      `${sketch}: ${size} bytes are needed for ${part}, but there are ${bytes.length}`,
      bytes.length
    );
  }
}

/** Throws unless the image has exactly `size` bytes. */
export function requireExactSize(sketch: string, bytes: Uint8Array, size: number, part: string): void {
  requireSize(sketch, bytes, size, part);
  if (bytes.length > size) {
    throw new SketchError(
      'corrupt',
      `${sketch}: ${size} bytes are enough for ${part}, but there are ${bytes.length}`,
      size
    );
  }
}

/** Throws unless byte 2, the family of DataSketches images, is the expected one. */
export function requireFamily(sketch: string, bytes: Uint8Array, family: number): void {
  requireSize(sketch, bytes, 8, 'the header');
  if (bytes[2] !== family) {
    throw new SketchError('corrupt', `${sketch}: family ${u8(bytes, 2)} where ${family} is expected`, 2);
  }
}

/** Little-endian u16. */
export function uint16At(bytes: Uint8Array, offset: number): number {
  return u8(bytes, offset) | (u8(bytes, offset + 1) << 8);
}

/** Little-endian u32. */
export function uint32At(bytes: Uint8Array, offset: number): number {
  return (
    (u8(bytes, offset) |
      (u8(bytes, offset + 1) << 8) |
      (u8(bytes, offset + 2) << 16) |
      (u8(bytes, offset + 3) << 24)) >>>
    0
  );
}

/** Little-endian u64 as a number; `limit` beyond 2^53 - 1. */
export function countAt(sketch: string, bytes: Uint8Array, offset: number, name: string): number {
  const high = uint32At(bytes, offset + 4);
  if (high > 0x1fffff) {
    throw new SketchError('limit', `${sketch}: ${name} exceeds 2^53 - 1`, offset);
  }
  return high * 0x1_0000_0000 + uint32At(bytes, offset);
}

const scratchDouble = new Float64Array(1);
const scratchBytes = new Uint8Array(scratchDouble.buffer);

/** Little-endian double. Every platform the product runs on is little-endian, so typed arrays read the image as it is. */
export function doubleAt(bytes: Uint8Array, offset: number): number {
  for (let i = 0; i < 8; i++) scratchBytes[i] = u8(bytes, offset + i);
  return scratchDouble[0] ?? NaN;
}

/** Up to this many integers an array of them has no buffer of its own, and making one would take longer than a loop. */
const bufferlessCount = 16;

/** `count` unsigned 32-bit integers from `offset`: a view where the bytes are aligned, else a copy. */
export function uint32sAt(bytes: Uint8Array, offset: number, count: number): Uint32Array {
  const start = bytes.byteOffset + offset;
  if (start % 4 === 0) return new Uint32Array(bytes.buffer, start, count);
  const integers = new Uint32Array(count);
  if (count <= bufferlessCount) {
    for (let i = 0; i < count; i++) integers[i] = uint32At(bytes, offset + 4 * i);
  } else {
    new Uint8Array(integers.buffer).set(bytes.subarray(offset, offset + 4 * count));
  }
  return integers;
}
