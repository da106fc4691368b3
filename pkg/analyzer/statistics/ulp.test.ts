import { ulp } from './ulp.ts';

// Java's Math.ulp by its definition: bit patterns, by hand.
test.each([
  [0, Number.MIN_VALUE],
  [-0, Number.MIN_VALUE],
  [Number.MIN_VALUE, Number.MIN_VALUE],
  [2 ** -1022, Number.MIN_VALUE],
  [2 ** -1021, 2 * Number.MIN_VALUE],
  [1, Number.EPSILON],
  [-1, Number.EPSILON],
  [2 - Number.EPSILON, Number.EPSILON],
  [2, 2 * Number.EPSILON],
  [9, 2 ** -49],
  [Number.MAX_SAFE_INTEGER, 1],
  [2 ** 53, 2],
  [Number.MAX_VALUE, 2 ** 971],
  [Infinity, Infinity],
  [-Infinity, Infinity],
  [NaN, NaN],
])('the last place of %d is worth %d', (value, expected) => {
  expect(ulp(value)).toBe(expected);
});
