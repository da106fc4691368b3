import { ProfileError } from './profile-error.ts';
import { blamePiece, wire, WireReader } from './wire.ts';
import { WireWriter } from './wire-writer.ts';

const reader = (...bytes: number[]): WireReader =>
  new WireReader(Uint8Array.from(bytes), blamePiece('a.bin', 'header', 100));

/** A varint as the field that `next` has stopped at. */
const varint = (...bytes: number[]): WireReader => {
  const opened = reader(0x08, ...bytes);
  opened.next();
  return opened;
};

const ff = (count: number): number[] => new Array<number>(count).fill(0xff);

describe('varints', () => {
  test.each<[string, number[], number]>([
    ['0', [0x00], 0],
    ['127', [0x7f], 127],
    ['128', [0x80, 0x01], 128],
    ['300', [0xac, 0x02], 300],
    ['2^28', [0x80, 0x80, 0x80, 0x80, 0x01], 2 ** 28],
    ['2^32 − 1', [...ff(4), 0x0f], 2 ** 32 - 1],
    ['2^32', [0x80, 0x80, 0x80, 0x80, 0x10], 2 ** 32],
    ['2^53 − 1', [...ff(7), 0x0f], Number.MAX_SAFE_INTEGER],
    ['1 in more bytes than needed', [0x81, 0x80, 0x80, 0x00], 1],
  ])('%s', (_, bytes, value) => {
    expect(varint(...bytes).uint()).toBe(value);
    expect(varint(...bytes).int()).toBe(value);
    expect(varint(...bytes).int64()).toBe(BigInt(value));
  });

  test.each<[string, number[], bigint]>([
    ['−1', [...ff(9), 0x01], -1n],
    ['−2^63', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], -(2n ** 63n)],
    ['2^63 − 1', [...ff(8), 0x7f], 2n ** 63n - 1n],
    ['−(2^63 − 1), no integer seen', [0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], -(2n ** 63n - 1n)],
  ])('int64 %s', (_, bytes, value) => {
    expect(varint(...bytes).int64()).toBe(value);
  });

  test('a negative number as a number', () => {
    expect(varint(...ff(9), 0x01).int()).toBe(-1);
    expect(varint(0xc0, ...ff(8), 0x01).int()).toBe(-64);
  });

  test.each<[string, number[], string]>([
    ['cut off', [0x80], 'a.bin: header: a number is cut off at byte 101.'],
    ['absent', [], 'a.bin: header: a number is cut off at byte 101.'],
    ['eleven bytes', [...ff(10), 0x01], 'a.bin: header: a number of more than 10 bytes at byte 101.'],
    ['2^53', [...new Array<number>(7).fill(0x80), 0x10], 'a.bin: header: a number beyond 2^53 at byte 101.'],
    ['2^64 − 1', [...ff(9), 0x01], 'a.bin: header: a number beyond 2^53 at byte 101.'],
  ])('%s is refused', (_, bytes, text) => {
    expect(() => varint(...bytes).uint()).toThrow(text);
  });

  test('an integer beyond 2^53 is not rounded to a number', () => {
    expect(() => varint(...ff(8), 0x7f).int()).toThrow('a number beyond 2^53 at byte 101');
  });
});

describe('fields', () => {
  test('unknown fields of every wire type are passed over', () => {
    const bytes = new WireWriter()
      .uint(9, 300)
      .double(10, 1.5)
      .message(11, Uint8Array.of(1, 2, 3))
      .raw(Uint8Array.of((12 << 3) | wire.fixed32, 1, 2, 3, 4))
      .text(1, 'found')
      .finish();
    const opened = reader(...bytes);
    const seen: number[] = [];
    while (opened.next() && !opened.is(1, wire.bytes)) {
      seen.push(opened.field);
      opened.skip();
    }
    expect(seen).toEqual([9, 10, 11, 12]);
    expect(opened.text()).toBe('found');
    expect(opened.next()).toBe(false);
  });

  test.each<[string, number[], string]>([
    ['field 0', [0x02, 0x00], 'a field without a number at byte 100'],
    ['a group', [0x0b], 'wire type 3 does not exist at byte 101'],
    ['wire type 7', [0x0f], 'wire type 7 does not exist at byte 101'],
    ['a field number beyond 2^29', [0xf8, 0xff, 0xff, 0xff, 0x1f], 'a field without a number at byte 100'],
    ['a double cut off', [0x09, 1, 2, 3], '8 bytes are needed and 3 are left at byte 101'],
    ['a float cut off', [0x0d, 1], '4 bytes are needed and 1 are left at byte 101'],
    ['bytes cut off', [0x0a, 5, 1], 'a length of 5 bytes is announced and 1 are left at byte 101'],
  ])('%s is refused', (_, bytes, text) => {
    const opened = reader(...bytes);
    expect(() => {
      opened.next();
      opened.skip();
    }).toThrow(text);
  });

  test('a nested length cannot reach beyond its message', () => {
    const inner = Uint8Array.of(0x0a, 0x05, 0x61);
    const opened = reader(...new WireWriter().message(1, inner).text(2, 'outside').finish());
    opened.next();
    opened.enter();
    opened.next();
    expect(() => opened.text()).toThrow('a length of 5 bytes is announced and 1 are left at byte 103');
  });

  test('leaving a message from its middle goes on behind it', () => {
    const opened = reader(
      ...new WireWriter()
        .message(1, Uint8Array.of(0x08, 1, 0x10, 2))
        .uint(2, 7)
        .finish()
    );
    opened.next();
    const outer = opened.enter();
    opened.next();
    opened.leave(outer);
    opened.next();
    expect([opened.field, opened.uint()]).toEqual([2, 7]);
  });

  test.each([0, -0, 1.5, NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE])('double %s', (value) => {
    const opened = reader(...new WireWriter().double(1, value).finish());
    opened.next();
    expect(opened.double()).toBe(value);
  });

  test('bytes are a view', () => {
    const bytes = new WireWriter().message(1, Uint8Array.of(1, 2)).finish();
    const opened = new WireReader(bytes, blamePiece('a', 'b', 0));
    opened.next();
    expect(opened.view().buffer).toBe(bytes.buffer);
  });

  test('the error carries code, object and offset', () => {
    const error = reader().fail('corrupt', 'odd', 7);
    expect(error).toBeInstanceOf(ProfileError);
    expect([error.code, error.object, error.offset]).toEqual(['corrupt', 'a.bin', 107]);
  });
});
