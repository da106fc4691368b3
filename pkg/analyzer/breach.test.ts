import { type Bounds, breachOf, describeBounds, isWatched } from './breach.ts';

const none = { lower: -Infinity, upper: Infinity };

describe('a breach', () => {
  it.each<[number, Bounds, ReturnType<typeof breachOf>]>([
    [NaN, { lower: 0, upper: 0 }, null],
    [0, { lower: 0, upper: 10 }, null],
    [-0, { lower: 0, upper: 10 }, null],
    [10, { lower: 0, upper: 10 }, null],
    [10.000001, { lower: 0, upper: 10 }, 'above'],
    [-1e-300, { lower: 0, upper: 10 }, 'below'],
    [Infinity, { lower: 0, upper: 10 }, 'above'],
    [-Infinity, { lower: 0, upper: 10 }, 'below'],
    [Infinity, none, null],
    [-Infinity, none, null],
    [5, { lower: NaN, upper: NaN }, null],
  ])('of %d in %p is %p', (value, bounds, breach) => {
    expect(breachOf(value, bounds)).toBe(breach);
  });

  it.each([
    ['above', null, true],
    ['above', 'upper', true],
    ['above', 'lower', false],
    ['below', null, true],
    ['below', 'upper', false],
    ['below', 'lower', true],
  ] as const)('%s with the threshold type %p is watched: %p', (breach, thresholdType, watched) => {
    expect(isWatched(breach, thresholdType)).toBe(watched);
  });

  it.each<[number, Bounds, string]>([
    [0.513, { lower: 0, upper: 0.0927 }, '0.513, above the upper bound 0.0927'],
    [-1, { lower: 0, upper: 10 }, '-1, below the lower bound 0'],
    [90000, { lower: 38141, upper: 121390 }, '90,000, within the bounds 38,141 to 121,390'],
    [5, { lower: -Infinity, upper: 10 }, '5, not above the upper bound 10'],
    [5, { lower: 1, upper: Infinity }, '5, not below the lower bound 1'],
    [5, none, '5, which has no bounds'],
    [NaN, { lower: 0, upper: 10 }, 'NaN, which never alerts'],
  ])('%d in %p reads "%s"', (value, bounds, text) => {
    expect(describeBounds(value, bounds)).toBe(text);
  });
});
