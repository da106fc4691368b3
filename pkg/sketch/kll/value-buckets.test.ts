import fc from 'fast-check';
import { numBuckets, ValueBuckets } from './value-buckets.ts';

function bucketsOf(low: number, high: number, values: readonly number[]): number[] {
  const numbers = new Uint16Array(values.length);
  new ValueBuckets(low, high).assign(new DataView(Float64Array.from(values).buffer), 0, values.length, numbers);
  return Array.from(numbers);
}

test('one below, one above, equal ones between', () => {
  const values = [-Infinity, -1, -1e-9, 0, 1e-9, 0.5, 1, 1.001, 2, Infinity];
  // 4093 buckets between 0 and 1, the first of them number 1.
  expect(bucketsOf(0, 1, values)).toEqual([0, 0, 0, 1, 1, 2047, 4094, 4095, 4095, 4095]);
});

test('a single value has a bucket of its own', () => {
  expect(bucketsOf(7, 7, [-Infinity, 7 - 1e-9, 7, 7 + 1e-9, Infinity])).toEqual([0, 0, 1, 4095, 4095]);
});

test('in no range a greater value is in a lower bucket', () => {
  const anything = fc.double({ noNaN: true });
  fc.assert(
    fc.property(anything, anything, fc.array(anything, { minLength: 2 }), (a, b, values) => {
      const ascending = Float64Array.from([...values, -Infinity, Infinity, a, b]).sort();
      const buckets = bucketsOf(Math.min(a, b), Math.max(a, b), Array.from(ascending));
      expect(buckets).toEqual(buckets.toSorted((left, right) => left - right));
      expect(buckets.every((bucket) => bucket >= 0 && bucket < numBuckets)).toBe(true);
    }),
    { seed: 20250, numRuns: 1000 }
  );
});

test.each([
  [-Infinity, -Infinity],
  [Infinity, Infinity],
  [-Infinity, Infinity],
  [-Number.MAX_VALUE, Number.MAX_VALUE],
  [0, Number.MIN_VALUE],
])('from %p to %p infinities of both signs are apart', (low, high) => {
  const [least, greatest] = bucketsOf(low, high, [-Infinity, Infinity]);
  expect(least).toBeLessThan(greatest!);
});

test('where buckets begin', () => {
  const buckets = new ValueBuckets(10, 20);
  expect([0, 1, 2, 4094, numBuckets].map((bucket) => buckets.leastOf(bucket))).toEqual([
    -Infinity,
    10,
    10 + 10 / 4093,
    20,
    Infinity,
  ]);
});
