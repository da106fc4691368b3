import fc from 'fast-check';
import { anyCategories } from '../testing/arbitrary-profile.ts';
import { picturedCategories } from '../testing/model.ts';
import { categoryOrders, limitCategories, sortedCategories } from './categories.ts';

const carriers = picturedCategories('categories');

describe('categories', () => {
  it.each([
    // By hand: terms (sqrt t - sqrt b)^2 of the fixture's shares; American is gone, Skywest new.
    ['contribution', ['American', 'Skywest', 'JetBlue']],
    ['frequency', ['United', 'Delta', 'ExpressJet']],
    ['baseline', ['United', 'Delta', 'JetBlue']],
  ] as const)('are sorted by %s', (order, first) => {
    expect(
      sortedCategories(carriers, order)
        .slice(0, 3)
        .map(({ name }) => name)
    ).toEqual(first);
  });

  it('of one side only are new or gone', () => {
    const badges = sortedCategories(carriers, 'frequency').filter(({ badge }) => badge !== null);
    expect(badges.map(({ name, badge }) => [name, badge])).toEqual([
      ['Skywest', 'new'],
      ['American', 'gone'],
    ]);
  });

  it('are neither new nor gone without a baseline, and then sorted by frequency', () => {
    const alone = { ...carriers, target: carriers.target ?? carriers.baseline, baseline: null, contribution: null };
    const rows = sortedCategories(alone, 'contribution');
    expect(rows.map(({ badge }) => badge)).toEqual(rows.map(() => null));
    expect(rows[0]?.name).toBe('United');
  });

  it('of equal numbers are sorted by name', () => {
    const side = { counts: Float64Array.of(1, 1, 1), shares: Float64Array.of(1 / 3, 1 / 3, 1 / 3) };
    const equal = { ...carriers, names: ['c', 'a', 'b'], target: side, baseline: null, contribution: null };
    expect(sortedCategories(equal, 'frequency').map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});

describe('a limit of rows', () => {
  const rows = sortedCategories(carriers, 'frequency');

  it.each([
    [9, 9, 'American'],
    [100, 9, 'American'],
    [3, 3, '7 others'],
    [1, 1, '9 others'],
    [0, 1, '9 others'],
    [-5, 1, '9 others'],
  ])('of %d gives %d, the last is %s', (max, count, last) => {
    const limited = limitCategories(rows, max);
    expect([limited.length, limited.at(-1)?.name]).toEqual([count, last]);
  });

  it('loses no share, no count and no contribution', () => {
    fc.assert(
      fc.property(anyCategories, fc.constantFrom(...categoryOrders), fc.nat(20), (profile, order, max) => {
        const shown = limitCategories(sortedCategories(profile, order), max);
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        for (const side of ['target', 'baseline'] as const) {
          const expected = sum([...(profile[side]?.shares ?? [])]);
          expect(sum(shown.map((row) => row[side]?.share ?? 0))).toBeCloseTo(expected, 9);
        }
        expect(sum(shown.map(({ contribution }) => contribution ?? 0))).toBeCloseTo(
          sum([...(profile.contribution ?? [])]),
          9
        );
        expect(sum(shown.map(({ categories }) => categories))).toBe(profile.names.length);
      })
    );
  });
});
