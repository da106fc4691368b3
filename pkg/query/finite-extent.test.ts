import { finiteExtent, finiteQuantiles } from './finite-extent.ts';
import { integersOf, kllOf } from './testing/sketches.ts';

describe('the finite values of a window', () => {
  it.each([
    ['no sketch', [], null],
    ['an empty one', [kllOf([])], null],
    ['one value', [kllOf([-0])], { min: 0, max: 0, n: 1, below: 0, total: 1 }],
    ['two batches', [kllOf([3, 1]), kllOf([-7.5])], { min: -7.5, max: 3, n: 3, below: 0, total: 3 }],
    ['infinities alone', [kllOf([Infinity, -Infinity])], null],
    ['infinity above', [kllOf([1, Infinity]), kllOf([2])], { min: 1, max: 2, n: 2, below: 0, total: 3 }],
    ['infinity below', [kllOf([1, -Infinity]), kllOf([-Infinity, 2])], { min: 1, max: 2, n: 2, below: 2, total: 4 }],
    ['both', [kllOf([-Infinity, 1, 2, Infinity, Infinity])], { min: 1, max: 2, n: 2, below: 1, total: 5 }],
    [
      'the ends of the numbers',
      [kllOf([Number.MAX_VALUE, -Number.MAX_VALUE])],
      { min: -Number.MAX_VALUE, max: Number.MAX_VALUE, n: 2, below: 0, total: 2 },
    ],
  ])('of %s', (_, sketches, extent) => {
    const found = finiteExtent(sketches);
    // Zero has two signs, and both are the same place.
    expect(found === null ? null : { ...found, min: found.min + 0, max: found.max + 0 }).toEqual(extent);
  });

  it('has quantiles of its own beside infinities', () => {
    // 0-based positions floor(rank * 100) of the numbers from 1 to 100.
    const ranks = [0.25, 0.5, 0.75];
    const odd = kllOf([-Infinity, -Infinity, ...integersOf(1, 100), Infinity]);
    expect(finiteQuantiles([kllOf(integersOf(1, 100))], ranks)).toEqual([26, 51, 76]);
    expect(finiteQuantiles([odd], ranks)).toEqual([26, 51, 76]);
    expect(finiteQuantiles([odd], [0, 1])).toEqual([1, 100]);
    expect(finiteQuantiles([kllOf([Infinity])], ranks)).toEqual([]);
  });
});
