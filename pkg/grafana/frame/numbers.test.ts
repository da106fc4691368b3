import { thrownBy } from '../testing/thrown-by.ts';
import { numbers } from './numbers.ts';

describe('numbers', () => {
  it('does not copy a typed array without absent rows', () => {
    const values = Float64Array.of(1, -0, Number.MAX_VALUE, Number.MIN_VALUE);
    expect(numbers(values)).toEqual({ kind: 'number', length: 4, values, validity: null, nullCount: 0 });
    expect(numbers(values).values).toBe(values);
    expect(numbers(values, { presence: Uint8Array.of(1, 1, 1, 255) }).values).toBe(values);
  });

  it('marks null as absent in a list', () => {
    expect(numbers([null, 2, null])).toEqual({
      kind: 'number',
      length: 3,
      values: Float64Array.of(0, 2, 0),
      validity: Uint8Array.of(0b010),
      nullCount: 2,
    });
  });

  it('takes presence bytes, and holds 0 where absent, whatever was there', () => {
    const values = Float64Array.of(NaN, 2, 3);
    const column = numbers(values, { presence: Uint8Array.of(0, 1, 7) });
    expect(column).toMatchObject({ values: Float64Array.of(0, 2, 3), validity: Uint8Array.of(0b110), nullCount: 1 });
    expect(values[0]).toBeNaN();
  });

  it('packs nine rows into two bytes', () => {
    expect(numbers([1, 1, 1, 1, 1, 1, 1, null, 1]).validity).toEqual(Uint8Array.of(0b0111_1111, 1));
  });

  it('is empty from nothing', () => {
    expect(numbers([])).toMatchObject({ length: 0, validity: null, nullCount: 0 });
  });

  it.each([NaN, Infinity, -Infinity])('refuses %p unless the data held it', (value) => {
    expect(thrownBy(() => numbers([0, value]))).toMatchObject({
      code: 'not-finite',
      message: `value of row 1 is ${value}: use null or presence for "no value", or notFinite: 'keep' if the data held it`,
    });
    expect(numbers([0, value], { notFinite: 'keep' }).values).toEqual(Float64Array.of(0, value));
  });

  it('refuses presence of another length', () => {
    expect(thrownBy(() => numbers(Float64Array.of(1, 2), { presence: Uint8Array.of(1) }))).toMatchObject({
      code: 'length',
      message: 'presence has 1 rows, the values have 2: give one byte a row',
    });
  });
});
