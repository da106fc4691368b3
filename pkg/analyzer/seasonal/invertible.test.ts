import fc from 'fast-check';
import { freeFrom, invertibleFrom } from './invertible.ts';

describe('invertible coefficients', () => {
  it.each<[string, number[], number[]]>([
    ['none', [], []],
    ['0.75 is a partial autocorrelation of 0.6', [0.75], [0.6]],
    ['partial autocorrelations 0.6 and 0.8', [0.75, 4 / 3], [0.6 + 0.8 * 0.6, 0.8]],
    // Second: (0.6 - 0.8 * 0.6, -0.8) = (0.12, -0.8); third: (0.12 + 0.6 * -0.8, -0.8 + 0.6 * 0.12, 0.6).
    ['partial autocorrelations 0.6, -0.8 and 0.6', [0.75, -4 / 3, 0.75], [-0.36, -0.728, 0.6]],
    ['zeros', [0, 0], [0, 0]],
  ])('%s', (_, free, coefficients) => {
    const found = invertibleFrom(Float64Array.from(free));
    expect(found).toHaveLength(coefficients.length);
    coefficients.forEach((coefficient, i) => expect(found[i]).toBeCloseTo(coefficient, 14));
    const back = freeFrom(Float64Array.from(coefficients));
    expect(back).toHaveLength(free.length);
    free.forEach((x, i) => expect(back?.[i]).toBeCloseTo(x, 12));
  });

  it.each<[string, number[]]>([
    ['a root on the unit circle', [1]],
    ['its mirror image', [-1]],
    ['a root inside', [1.5]],
    ['roots 1 and 2: 1 - 1.5 B + 0.5 B²', [-1.5, 0.5]],
    ['a complex pair inside: 1 + 2 B²', [0, 2]],
    ['what is no number', [NaN]],
  ])('are not: %s', (_, coefficients) => {
    expect(freeFrom(Float64Array.from(coefficients))).toBeNull();
  });

  it('come back from free numbers of any size', () => {
    const free = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(free, (given) => {
        const back = freeFrom(invertibleFrom(Float64Array.from(given)));
        given.forEach((x, i) => expect(Math.abs((back?.[i] ?? NaN) - x)).toBeLessThan(1e-5 * (1 + Math.abs(x))));
      })
    );
  });
});
