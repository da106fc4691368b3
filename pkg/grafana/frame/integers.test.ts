import { thrownBy } from '../testing/thrown-by.ts';
import { integers } from './integers.ts';

describe('integers', () => {
  it.each([
    Int8Array.of(-128, 127),
    Int16Array.of(-32768, 32767),
    Int32Array.of(-(2 ** 31), 2 ** 31 - 1),
    BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n),
    Uint8Array.of(0, 255),
    Uint16Array.of(0, 65535),
    Uint32Array.of(0, 2 ** 32 - 1),
    BigUint64Array.of(0n, 2n ** 64n - 1n),
  ])('keeps the array and its width: $constructor.name', (values) => {
    expect(integers(values)).toEqual({ kind: 'integer', length: 2, values, validity: null, nullCount: 0 });
    expect(integers(values).values).toBe(values);
    const one = integers(values, { presence: Uint8Array.of(0, 1) });
    expect(one.values.constructor).toBe(values.constructor);
    expect([...one.values].map(Number)).toEqual([0, Number(values[1])]);
    expect(one).toMatchObject({ validity: Uint8Array.of(0b10), nullCount: 1 });
  });

  it('makes 64-bit integers of a list, null absent', () => {
    expect(integers([Number.MAX_SAFE_INTEGER, null, -(2n ** 63n), 2n ** 63n - 1n, -0])).toMatchObject({
      values: BigInt64Array.of(9007199254740991n, 0n, -(2n ** 63n), 2n ** 63n - 1n, 0n),
      validity: Uint8Array.of(0b11101),
      nullCount: 1,
    });
  });

  it.each([NaN, Infinity, 0.5, 2 ** 53])('refuses %p', (value) => {
    expect(thrownBy(() => integers([value]))).toMatchObject({
      code: 'not-integer',
      message: `value of row 0 is ${value}: give an integer below 2^53, or a bigint`,
    });
  });

  it.each([2n ** 63n, -(2n ** 63n) - 1n])('refuses %p', (value) => {
    expect(thrownBy(() => integers([value]))).toMatchObject({
      code: 'not-integer',
      message: `value of row 0 is ${value}: it does not fit 64 bits`,
    });
  });
});
