import { createHash } from 'node:crypto';
import { expected, goldenBytes, goldenCoupons, refusal } from '../testing/fixtures.ts';
import { hllBounds } from './bounds.ts';
import { couponOfDouble, couponOfInteger, couponOfString } from './coupon.ts';
import { hllEstimate } from './estimate.ts';
import { HllBuilder } from './hll-builder.ts';
import { readHll } from './read-hll.ts';
import { writeHll } from './write-hll.ts';

describe('coupons are those of Apache and whylogs', () => {
  test.each(goldenCoupons.filter(({ coupon }) => coupon !== null))('$type $value', ({ type, value, coupon }) => {
    switch (type) {
      case 'integer':
        expect(couponOfInteger(typeof value === 'string' ? BigInt(value) : value)).toBe(coupon);
        if (typeof value === 'number') expect(couponOfInteger(BigInt(value))).toBe(coupon);
        break;
      case 'double':
        expect(couponOfDouble(Number(value))).toBe(coupon);
        break;
      case 'string':
        expect(couponOfString(String(value))).toBe(coupon);
        break;
    }
  });

  test.each(expected.coupons)('%p', (value, coupon) => {
    expect(typeof value === 'string' ? couponOfString(value) : couponOfInteger(value)).toBe(coupon);
  });

  test('a text longer than any before, and a short one after it', () => {
    const long = couponOfString('long'.repeat(5000));
    const short = couponOfString('abc');
    expect(couponOfString('long'.repeat(5000))).toBe(long);
    expect(short).toBe(goldenCoupons.find(({ value }) => value === 'abc')?.coupon);
  });
});

function update(builder: HllBuilder, kind: 'integer' | 'double' | 'string', i: number): void {
  if (kind === 'integer') builder.updateInteger(i * 7 - 3);
  else if (kind === 'double') builder.updateDouble(i * 0.3);
  else builder.updateString(`é${i}`);
}

test.each(expected.hllBuilds)('$type of lgK $lgK, $n times $kind: the sketch of Apache', (build) => {
  const builder = new HllBuilder(build.lgK, build.type);
  for (let i = 0; i < build.n; i++) update(builder, build.kind, i);
  const sketch = builder.toSketch();
  expect(hllEstimate(sketch)).toBeCloseTo(build.est, 6);
  ([1, 2, 3] as const).forEach((deviations, i) => {
    const { lower, upper } = hllBounds(sketch, deviations);
    expect(lower / build.bounds[i]![0]).toBeCloseTo(1, 9);
    expect(upper / build.bounds[i]![1]).toBeCloseTo(1, 9);
  });
  const image = writeHll(sketch);
  expect(readHll(image)).toEqual(sketch);
  // Exceptions lie in the order of a hash table there, by slot here.
  if (build.sha256 !== null) expect(createHash('sha256').update(image).digest('hex')).toBe(build.sha256);
  else expect(sketch.mode === 'HLL' && sketch.exceptions.length).toBe(build.exceptions);
});

test.each([
  ['hll-doubles.sk', (builder: HllBuilder, i: number) => builder.updateDouble(i * 1.1)],
  ['hll-strings.sk', (builder: HllBuilder, i: number) => builder.updateString(`value ${i}`)],
  [
    'hll-mixed.sk',
    (builder: HllBuilder, i: number) => {
      if (i % 3 === 0) builder.updateInteger(i);
      else if (i % 3 === 1) builder.updateDouble(i);
      else builder.updateString(String(i));
    },
  ],
])('%s is made again, byte for byte', (name, add) => {
  const builder = new HllBuilder();
  for (let i = 0; i < 3000; i++) add(builder, i);
  expect(writeHll(builder.toSketch())).toEqual(goldenBytes(name));
});

describe('a builder', () => {
  test('leaves the empty text out', () => {
    const builder = new HllBuilder();
    builder.updateString('');
    expect(builder.toSketch()).toMatchObject({ mode: 'LIST', coupons: new Uint32Array(0) });
  });

  test('takes 0, 0.0 and -0 as one, 1 and 1.0 as two values, NaN as one', () => {
    const builder = new HllBuilder();
    builder.updateInteger(0);
    builder.updateDouble(0);
    builder.updateDouble(-0);
    builder.updateInteger(1);
    builder.updateDouble(1);
    builder.updateDouble(NaN);
    builder.updateDouble(-NaN);
    expect(builder.toSketch()).toMatchObject({ mode: 'LIST', coupons: { length: 4 } });
  });

  test('wraps integers beyond 64 bits', () => {
    const [wrapped, plain] = [new HllBuilder(), new HllBuilder()];
    wrapped.updateInteger(2n ** 64n + 5n);
    plain.updateInteger(5);
    expect(wrapped.toSketch()).toEqual(plain.toSketch());
  });

  test.each([1.5, NaN, Infinity])('refuses %p as an integer', (value) => {
    expect(refusal(() => new HllBuilder().updateInteger(value))).toEqual({
      code: 'argument',
      offset: null,
      message: `HLL sketch: ${value} is no integer; use updateDouble`,
    });
  });

  test.each([3, 22, 12.5, NaN])('refuses lgK %p', (lgK) => {
    expect(refusal(() => new HllBuilder(lgK))).toEqual({
      code: 'argument',
      offset: null,
      message: `HLL sketch: lgK is ${lgK}; give an integer from 4 to 21`,
    });
  });

  test.each([5, 20, 5000])('goes on after a sketch of %d values was taken, which does not change', (count) => {
    const builder = new HllBuilder(8);
    for (let i = 0; i < count; i++) builder.updateInteger(i);
    const early = builder.toSketch();
    const copy = structuredClone(early);
    for (let i = 0; i < 3 * count; i++) builder.updateInteger(i + count);
    expect(early).toEqual(copy);
    expect(hllEstimate(builder.toSketch())).toBeGreaterThan(2 * hllEstimate(early));
  });
});
