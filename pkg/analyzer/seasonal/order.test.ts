import type { SeasonalOrder } from '../../contract/index.ts';
import { orderText, seasonalPartOf, sizesOf } from './order.ts';

function order(p: number, d: number, q: number, P = 0, D = 0, Q = 0, m = 0): SeasonalOrder {
  return { p, d, q, P, D, Q, m };
}

// States: spec/sarima.md 3b.
it.each([
  [order(1, 0, 0, 2, 1, 0, 7), { arLags: 15, maLags: 0, differences: 7, states: 22, parameters: 5 }],
  [order(2, 1, 1, 0, 1, 1, 7), { arLags: 2, maLags: 8, differences: 8, states: 17, parameters: 6 }],
  [order(1, 0, 0, 2, 1, 0, 24), { arLags: 49, maLags: 0, differences: 24, states: 73, parameters: 5 }],
  [order(1, 0, 0), { arLags: 1, maLags: 0, differences: 0, states: 1, parameters: 3 }],
  [order(0, 0, 0), { arLags: 0, maLags: 0, differences: 0, states: 1, parameters: 2 }],
  [order(0, 2, 3, 1, 2, 1, 4), { arLags: 4, maLags: 7, differences: 10, states: 18, parameters: 7 }],
  // A period of 0 has no seasonal part, whatever its counts say.
  [order(1, 1, 0, 2, 1, 3, 0), { arLags: 1, maLags: 0, differences: 1, states: 2, parameters: 3 }],
])('the sizes of %j', (given, sizes) => {
  expect(sizesOf(given)).toEqual(sizes);
});

it('keeps the seasonal part of a period', () => {
  const given = order(1, 0, 0, 2, 1, 3, 7);
  expect(seasonalPartOf(given)).toBe(given);
  expect(seasonalPartOf({ ...given, m: 0 })).toEqual(order(1, 0, 0, 0, 0, 0, 0));
});

it('is written as usual', () => {
  expect(orderText(order(1, 0, 2, 3, 4, 5, 7))).toBe('(1,0,2)(3,4,5)[7]');
  expect(orderText(order(1, 0, 2))).toBe('(1,0,2)');
});
