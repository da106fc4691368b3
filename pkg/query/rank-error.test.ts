import { type ColumnProfile, emptyColumnProfile } from '../profile/index.ts';
import type { FrequentItems } from '../sketch/index.ts';
import { rankError } from './rank-error.ts';
import { integersOf, kllOf } from './testing/sketches.ts';

function numbersOf(count: number, k = 1024): ColumnProfile {
  return { ...emptyColumnProfile, distribution: { mean: 0, m2: 0, kll: kllOf(integersOf(1, count), k) } };
}

function itemsOf(totalWeight: number, offset: number): ColumnProfile {
  const frequentItems: FrequentItems = { lgMax: 5, totalWeight, offset, items: [] };
  return { ...emptyColumnProfile, frequentItems };
}

describe('how far a share can be from the truth', () => {
  it.each([
    ['no batch', [], null],
    ['an empty batch', [numbersOf(0)], null],
    ['a sketch that kept all values', [numbersOf(900)], 0],
    // 2.446 / 1024^0.9433 and 2.446 / 200^0.9433, by Python.
    ['one that did not', [numbersOf(20_000)], 0.003538674],
    ['one of a smaller k', [numbersOf(20_000, 200)], 0.016515619],
    ['both, of 20000 and 20000', [numbersOf(20_000), numbersOf(20_000, 200)], 0.010027146],
    ['one exact and one not, of 500 and 20000', [numbersOf(500), numbersOf(20_000)], 0.003452364],
  ])('numbers of %s', (_, columns, expected) => {
    const found = rankError(columns, 'histogram');
    expect(found === null ? null : Number(found.toFixed(9))).toBe(expected);
  });

  it.each([
    ['no batch', [], null],
    ['an empty batch', [itemsOf(0, 0)], null],
    ['a sketch that dropped none', [itemsOf(100, 0)], 0],
    ['some that did', [itemsOf(100, 5), itemsOf(300, 3)], 0.02],
  ])('items of %s', (_, columns, expected) => {
    expect(rankError(columns, 'categories')).toBe(expected);
  });

  it('is that of the sketch that is shown', () => {
    expect(rankError([itemsOf(100, 5)], 'histogram')).toBeNull();
    expect(rankError([numbersOf(20_000)], 'categories')).toBeNull();
  });
});
