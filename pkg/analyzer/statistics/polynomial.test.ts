import { polynomial } from './polynomial.ts';

test.each<[readonly number[], number, number]>([
  [[], 2, 0],
  [[7], 2, 7],
  [[7, 5, 3], 2, 29],
  [[0, 1], -0.5, -0.5],
])('the polynomial %p at %d is %d', (coefficients, x, expected) => {
  expect(polynomial(coefficients, x)).toBe(expected);
});
