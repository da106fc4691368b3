import fc from 'fast-check';
import { axisScale, type XScale } from './log-scale.ts';
import { widenedDomain } from './scale.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('a log scale', () => {
  const scale = axisScale('log', { min: 0.01, max: 10000 }, 0.01, 100, 700);

  it.each([
    [0.01, 100],
    [0.1, 200],
    [10, 400],
    [10000, 700],
    // Beyond the domain there is nothing to draw.
    [0.001, 100],
    [0, 100],
    [-5, 100],
    [1e9, 700],
  ])('has %d at %d', (value, pixel) => {
    expect(scale.toPixel(value)).toBeCloseTo(pixel, 9);
  });

  it('measures in decades and finds values again', () => {
    expect(scale.kind).toBe('log');
    expect(scale.length(1, 1000)).toBeCloseTo(3, 12);
    expect(scale.toValue(400)).toBeCloseTo(10, 9);
  });
});

describe('a symmetric log scale', () => {
  // ln(1 + 99 ÷ 1) = ln 100 to both sides.
  const scale = axisScale('symlog', { min: -99, max: 99 }, 1, 0, 200);

  it.each([
    [-99, 0],
    [-9, 50],
    [0, 100],
    [9, 150],
    [99, 200],
  ])('has %d at %d', (value, pixel) => {
    expect(scale.toPixel(value)).toBeCloseTo(pixel, 9);
    expect(scale.toValue(pixel)).toBeCloseTo(value, 9);
  });

  it('is linear as far as the narrowest bin reaches', () => {
    expect([scale.kind, scale.linearTo]).toEqual(['symlog', 1]);
    expect(scale.length(0, 9)).toBeCloseTo(Math.log(10), 12);
  });
});

describe('the scale that is drawn', () => {
  it.each<[XScale, number, number, number, string]>([
    ['linear', 1, 1000, 1, 'linear'],
    ['log', 1, 1000, 1, 'log'],
    ['symlog', 1, 1000, 1, 'symlog'],
    ['log', 0, 1000, 1, 'symlog'],
    ['log', -1000, -1, 1, 'symlog'],
    // Not even the linear part can be told from nothing.
    ['log', -5e-324, 5e-324, 0, 'linear'],
    // Neighbouring numbers with one logarithm.
    ['log', 1e16, 1e16 + 2, 2, 'linear'],
  ])('for "%s" from %d to %d, bins of %d, is %s', (wanted, min, max, narrowest, kind) => {
    expect(axisScale(wanted, { min, max }, narrowest, 0, 100).kind).toBe(kind);
  });

  it('is finite, ascending and inside its pixels for any domain', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<XScale>('log', 'symlog'),
        fc.tuple(finite, finite).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
        fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
        fc.array(finite, { minLength: 2, maxLength: 10 }),
        (wanted, [min, max], narrowest, values) => {
          const domain = widenedDomain(min, max);
          const scale = axisScale(wanted, domain, narrowest, 10, 90);
          const inside = values.map((value) => Math.min(Math.max(value, domain.min), domain.max)).sort((a, b) => a - b);
          const pixels = inside.map((value) => scale.toPixel(value));
          expect(pixels.every((pixel) => pixel >= 10 - 1e-9 && pixel <= 90 + 1e-9)).toBe(true);
          expect(pixels.every((pixel, i) => i === 0 || pixel >= (pixels[i - 1] ?? 0))).toBe(true);
          expect(Number.isFinite(scale.toValue(50))).toBe(true);
        }
      )
    );
  });
});
