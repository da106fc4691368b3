import { firstAbove, firstAtLeast } from './search.ts';

const array = Float64Array.of(-Infinity, 1, 3, 3, 3, 8, Infinity);

test.each([
  [-Infinity, 0, 1],
  [0, 1, 1],
  [1, 1, 2],
  [3, 2, 5],
  [4, 5, 5],
  [8, 5, 6],
  [9, 6, 6],
  [Infinity, 6, 7],
])('%p', (value, atLeast, above) => {
  expect(firstAtLeast(array, value)).toBe(atLeast);
  expect(firstAbove(array, value)).toBe(above);
});

test('within a part', () => {
  expect(firstAtLeast(array, 3, 3, 6)).toBe(3);
  expect(firstAbove(array, 3, 3, 4)).toBe(4);
  expect(firstAtLeast(array, -5, 2, 2)).toBe(2);
});

test('nothing at all', () => {
  expect(firstAtLeast(new Float64Array(0), 1)).toBe(0);
  expect(firstAbove(new Float64Array(0), 1)).toBe(0);
});
