import fc from 'fast-check';
import { linearScale, widenedDomain } from './scale.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('a widened domain', () => {
  it.each([
    [2, 5, 2, 5],
    [0, 0, -1, 1],
    [-0, 0, -1, 1],
    [10, 10, 9, 11],
    [-10, -10, -11, -9],
    [5e-324, 5e-324, -1, 1],
    [Number.MAX_VALUE, Number.MAX_VALUE, 0.9 * Number.MAX_VALUE, Number.MAX_VALUE],
  ])('of %d to %d is %d to %d', (min, max, from, to) => {
    expect(widenedDomain(min, max)).toEqual({ min: from, max: to });
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(finite, (value) => {
        const { min, max } = widenedDomain(value, value);
        return min < max && Number.isFinite(min) && Number.isFinite(max) && min <= value && value <= max;
      })
    );
  });
});

describe('a linear scale', () => {
  it.each([
    [0, 100],
    [5, 150],
    [10, 200],
    [-10, 0],
    [20, 300],
  ])('%d is at %d', (value, pixel) => {
    const scale = linearScale({ min: 0, max: 10 }, 100, 200);
    expect(scale.toPixel(value)).toBe(pixel);
    expect(scale.toValue(pixel)).toBe(value);
  });

  it('may point upwards', () => {
    const scale = linearScale({ min: 0, max: 1 }, 300, 100);
    expect([0, 0.25, 1].map((value) => scale.toPixel(value))).toEqual([300, 250, 100]);
  });

  it('holds the whole range of numbers', () => {
    const scale = linearScale({ min: -Number.MAX_VALUE, max: Number.MAX_VALUE }, 0, 100);
    expect([-Number.MAX_VALUE, 0, Number.MAX_VALUE].map((value) => scale.toPixel(value))).toEqual([0, 50, 100]);
  });

  it('has a range of no width', () => {
    const scale = linearScale({ min: 0, max: 1 }, 50, 50);
    expect([scale.toPixel(7), scale.toValue(50)]).toEqual([50, 0]);
  });

  it('is finite and ascending for every finite value', () => {
    fc.assert(
      fc.property(finite, finite, finite, finite, (a, b, c, d) => {
        const scale = linearScale(widenedDomain(Math.min(a, b), Math.max(a, b)), 0, 500);
        const [low, high] = [scale.toPixel(Math.min(c, d)), scale.toPixel(Math.max(c, d))];
        return Number.isFinite(low) && Number.isFinite(high) && low <= high;
      })
    );
  });
});
