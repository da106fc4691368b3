import fc from 'fast-check';
import type { SeasonalOrder } from '../../contract/index.ts';
import { differenced, undifferenced } from './difference.ts';

function order(d: number, D: number, m: number): SeasonalOrder {
  return { p: 0, d, q: 0, P: 0, D, Q: 0, m };
}

const squares = Float64Array.of(0, 1, 4, 9, 16);

describe('differences', () => {
  it.each<[string, SeasonalOrder, number[]]>([
    ['none', order(0, 0, 0), [0, 1, 4, 9, 16]],
    ['a step', order(1, 0, 0), [1, 3, 5, 7]],
    ['two steps', order(2, 0, 7), [2, 2, 2]],
    ['a season of 2', order(0, 1, 2), [4, 8, 12]],
    ['a step and a season', order(1, 1, 2), [4, 4]],
    ['two seasons', order(0, 2, 2), [8]],
    ['as many as there are values', order(1, 2, 2), []],
    ['more than there are', order(0, 1, 7), []],
  ])('of squares: %s', (_, given, expected) => {
    expect([...differenced(squares, given)]).toEqual(expected);
  });

  it('of a missing value are missing', () => {
    expect([...differenced(Float64Array.of(1, NaN, 3, 5), order(1, 0, 0))]).toEqual([NaN, NaN, 2]);
  });
});

describe('the next value', () => {
  it.each<[SeasonalOrder, number, number]>([
    [order(0, 0, 0), 3, 3],
    [order(1, 0, 0), 9, 25],
    [order(2, 0, 0), 2, 25],
    [order(0, 1, 2), 16, 25],
    [order(1, 1, 2), 4, 25],
    [order(0, 2, 2), 8, 25],
  ])('of squares differenced by %j', (given, next, expected) => {
    expect(undifferenced(next, squares, given)).toBe(expected);
  });

  it('has the difference it was made from', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 13, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.nat(2), fc.nat(2), fc.integer({ min: 1, max: 5 }), (given, d, D, m) => {
        const all = Float64Array.from(given);
        const next = differenced(all, order(d, D, m)).at(-1) ?? NaN;
        expect(undifferenced(next, all.slice(0, -1), order(d, D, m))).toBe(all.at(-1));
      })
    );
  });

  it('may rest on a missing value that is not differenced', () => {
    expect(undifferenced(1, Float64Array.of(NaN, 2, NaN, 4, NaN), order(0, 1, 2))).toBe(5);
  });
});
