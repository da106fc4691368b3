import {
  countAt,
  doubleAt,
  plainBytes,
  requireExactSize,
  requireSize,
  uint16At,
  uint32At,
  uint32sAt,
} from './image.ts';
import { SketchError } from './sketch-error.ts';
import { refusal } from './testing/fixtures.ts';

const bytes = new Uint8Array(40);
const view = new DataView(bytes.buffer);

test.each([0, 1, 3, 7])('little-endian numbers at byte %d', (at) => {
  view.setUint32(at, 0xfedcba98, true);
  expect(uint32At(bytes, at)).toBe(0xfedcba98);
  expect(uint16At(bytes, at)).toBe(0xba98);
  for (const value of [0, -0, 1.5, -1e300, Infinity, NaN, 5e-324]) {
    view.setFloat64(at, value, true);
    expect(doubleAt(bytes, at)).toBe(value);
  }
});

test.each([
  [0n, 0],
  [2n ** 32n, 2 ** 32],
  [2n ** 53n - 1n, Number.MAX_SAFE_INTEGER],
])('a count of %d', (stored, count) => {
  view.setBigUint64(8, stored, true);
  expect(countAt('a sketch', bytes, 8, 'n')).toBe(count);
});

test.each([2n ** 53n, 2n ** 63n, 2n ** 64n - 1n])('a count of %d is refused', (stored) => {
  view.setBigUint64(8, stored, true);
  expect(refusal(() => countAt('a sketch', bytes, 8, 'n'))).toEqual({
    code: 'limit',
    offset: 8,
    message: 'a sketch: n exceeds 2^53 - 1',
  });
});

test.each([
  [4, true],
  [2, false],
])('integers from byte %d on: a view %p', (at, isView) => {
  view.setUint32(at, 0xffffffff, true);
  const integers = uint32sAt(bytes, at, 2);
  expect([integers.length, integers[0]]).toEqual([2, 0xffffffff]);
  expect(integers.buffer === bytes.buffer).toBe(isView);
});

test.each([0, 1, 16, 17, 300])('%d integers, wherever they begin', (count) => {
  const numbers = Uint32Array.from({ length: count }, (_, i) => 0xfedcba98 - 0x01020304 * i);
  for (const start of [0, 1, 2, 3]) {
    const image = new Uint8Array(start + 4 * count + 1);
    image.set(new Uint8Array(numbers.buffer), start);
    expect(uint32sAt(image, start, count)).toEqual(numbers);
    expect(uint32sAt(image.subarray(start), 0, count)).toEqual(numbers);
  }
});

test("one of Node's buffers becomes a plain array over the same memory", () => {
  const buffer = Buffer.from(bytes.buffer, 4, 8);
  const plain = plainBytes(buffer);
  expect(plain.constructor).toBe(Uint8Array);
  expect([plain.buffer, plain.byteOffset, plain.length]).toEqual([bytes.buffer, 4, 8]);
  expect(plainBytes(bytes)).toBe(bytes);
});

test('sizes', () => {
  expect(() => requireSize('a sketch', bytes, 40, 'the header')).not.toThrow();
  expect(() => requireExactSize('a sketch', bytes, 40, 'the header')).not.toThrow();
  expect(refusal(() => requireSize('a sketch', bytes, 41, 'the header'))).toEqual({
    code: 'truncated',
    offset: 40,
    message: 'a sketch: 41 bytes are needed for the header, but there are 40',
  });
  expect(refusal(() => requireExactSize('a sketch', bytes, 39, 'the header'))).toEqual({
    code: 'corrupt',
    offset: 39,
    message: 'a sketch: 39 bytes are enough for the header, but there are 40',
  });
});

test('an error without offset blames no byte', () => {
  expect(new SketchError('argument', 'text')).toMatchObject({ name: 'SketchError', code: 'argument', offset: null });
});
