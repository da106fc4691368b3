import { continuedFraction } from './continued-fraction.ts';

describe('a continued fraction', () => {
  it.each<[string, number, (i: number) => readonly [number, number], number]>([
    ['the golden section less 1', 1, () => [1, 1], (Math.sqrt(5) - 1) / 2],
    ['tan 1', 1, (i) => [-1, 2 * i + 1], Math.tan(1)],
    ['tanh 2, half of it', 1, (i) => [4, 2 * i + 1], Math.tanh(2) / 2],
    ['one step that ends', 2, () => [0, 1], 0.5],
  ])('of %s', (_, b0, step, expected) => {
    expect(continuedFraction(b0, step)).toBeCloseTo(expected, 14);
  });

  it('of NaN is NaN, and ends', () => {
    expect(continuedFraction(1, () => [NaN, 1])).toBeNaN();
  });
});
