import { multipliedOut, polynomialLags } from './lag-polynomial.ts';

const list = (...values: number[]): Float64Array => Float64Array.from(values);

describe('multiplied out by hand', () => {
  it.each<[string, Float64Array, Float64Array, number, 1 | -1, number[]]>([
    ['(1 - a B)(1 - b B² - c B⁴)', list(0.5), list(0.25, 0.125), 2, -1, [0.5, 0.25, -0.125, 0.125, -0.0625]],
    ['(1 + a B)(1 + b B³)', list(0.5), list(0.25), 3, 1, [0.5, 0, 0.25, 0.125]],
    ['lags that meet: (1 - a B)(1 - b B)', list(0.5), list(0.25), 1, -1, [0.75, -0.125]],
    ['lags that meet: (1 + a B + b B²)(1 + c B²)', list(0.5, 0.25), list(2), 2, 1, [0.5, 2.25, 1, 0.5]],
    ['(1 - a B)', list(0.5), list(), 7, -1, [0.5]],
    ['(1 - b B²)', list(), list(0.5), 2, -1, [0, 0.5]],
    ['1', list(), list(), 0, 1, []],
  ])('%s', (_, near, seasonal, period, sign, expected) => {
    expect([...multipliedOut(near, seasonal, period, sign)]).toEqual(expected);
  });
});

it.each<[number, number, number, number[]]>([
  [1, 2, 7, [1, 7, 8, 14, 15]],
  [2, 1, 3, [1, 2, 3, 4, 5]],
  [3, 1, 2, [1, 2, 3, 4, 5]],
  [1, 1, 1, [1, 2]],
  [0, 1, 4, [4]],
  [2, 0, 7, [1, 2]],
  [0, 0, 0, []],
])('the lags of %d and %d of a period of %d', (near, seasonal, period, lags) => {
  expect(polynomialLags(near, seasonal, period)).toEqual(lags);
});
