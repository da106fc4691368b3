import fc from 'fast-check';
import { widenedDomain } from './scale.ts';
import { decimalsOf, ticks } from './ticks.ts';

describe('ticks', () => {
  it.each([
    [0, 10, 5, [0, 2.5, 5, 7.5, 10], 1],
    [-20, 100, 5, [0, 25, 50, 75, 100], 0],
    [0, 0.0893, 5, [0, 0.02, 0.04, 0.06, 0.08], 2],
    [0, 1, 3, [0, 0.5, 1], 1],
    [-0.4, 0.4, 5, [-0.4, -0.2, 0, 0.2, 0.4], 1],
    [0.3, 0.7, 5, [0.3, 0.4, 0.5, 0.6, 0.7], 1],
    [-900, -100, 5, [-800, -600, -400, -200], 0],
    [0, 10000, 1, [0], 0],
    [0, 10, 0, [], 0],
    [1e15, 1e15 + 0.125, 5, [1e15, 1e15 + 0.125], 0],
    [-Number.MAX_VALUE, Number.MAX_VALUE, 5, [-Number.MAX_VALUE, Number.MAX_VALUE], 0],
  ])('from %d to %d, at most %d', (min, max, count, values, decimals) => {
    const found = ticks({ min, max }, count);
    expect(found.values).toHaveLength(values.length);
    found.values.forEach((value, i) => expect(value).toBeCloseTo(values[i] ?? NaN, 12));
    expect(found.decimals).toBe(decimals);
    expect(found.values.some((value) => Object.is(value, -0))).toBe(false);
  });

  it('ascend, lie inside, are no more than allowed, for every domain', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, finite, fc.integer({ min: 2, max: 8 }), (a, b, count) => {
        const domain = widenedDomain(Math.min(a, b), Math.max(a, b));
        const { values } = ticks(domain, count);
        return (
          values.length >= 2 &&
          values.length <= count &&
          values.every((value, i) => value >= domain.min && value <= domain.max && (values[i - 1] ?? -Infinity) < value)
        );
      })
    );
  });

  it.each([
    [1, 0],
    [25, 0],
    [2.5, 1],
    [0.25, 2],
    [0.001, 3],
    [2e20, 0],
    [1e-20, 12],
  ])('a step of %d needs %d digits', (step, decimals) => {
    expect(decimalsOf(step)).toBe(decimals);
  });
});
