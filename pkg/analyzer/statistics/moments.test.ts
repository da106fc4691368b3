import { mean, median, populationStandardDeviation, sampleStandardDeviation } from './moments.ts';

// Hand calculation: 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and squares of 32 together.
const eight = [9, 4, 4, 5, 2, 4, 5, 7];

describe('moments', () => {
  it.each<[string, readonly number[], number, number, number]>([
    ['no values', [], NaN, NaN, NaN],
    ['one value', [5], 5, NaN, 0],
    ['minus zero', [-0, -0], 0, 0, 0],
    ['two values', [1, 3], 2, Math.SQRT2, 1],
    ['eight values', eight, 5, Math.sqrt(32 / 7), 2],
    ['a NaN among others', [1, NaN], NaN, NaN, NaN],
    ['an infinity among others', [1, Infinity], Infinity, NaN, NaN],
    ['values far from zero', [1e9 + 1, 1e9 + 2, 1e9 + 3], 1e9 + 2, 1, Math.sqrt(2 / 3)],
  ])('of %s', (_, values, centre, sample, population) => {
    expect(mean(values)).toBe(centre);
    expect(sampleStandardDeviation(values)).toBe(sample);
    expect(populationStandardDeviation(values)).toBe(population);
  });
});

describe('the median', () => {
  it.each<[string, readonly number[], number]>([
    ['no values', [], NaN],
    ['one value', [5], 5],
    ['two values', [10, 2], 6],
    ['three values', [10, 9, -3], 9],
    ['four values', [10, 9, 100, -3], 9.5],
    ['eight values', eight, 4.5],
    ['infinities at the ends', [Infinity, 1, -Infinity], 1],
  ])('of %s', (_, values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('leaves the values in their order', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
