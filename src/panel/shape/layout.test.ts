import fc from 'fast-check';
import { histogramParts, layout, layoutMode, type Rect } from './layout.ts';

describe('the layout', () => {
  it.each([
    [900, 500, 'full'],
    [480, 280, 'full'],
    [479, 280, 'medium'],
    [480, 279, 'medium'],
    [320, 180, 'medium'],
    [319, 180, 'small'],
    [320, 179, 'small'],
    [160, 80, 'small'],
    [159, 80, 'spark'],
    [160, 79, 'spark'],
    [100, 60, 'spark'],
    [2000, 60, 'spark'],
    [0, 0, 'spark'],
    [-5, NaN, 'spark'],
  ])('of %d x %d is %s', (width, height, mode) => {
    expect(layoutMode(width, height)).toBe(mode);
  });

  it('gives the whole of a tiny panel to the picture', () => {
    expect(layout(100.7, 60.2)).toEqual({
      mode: 'spark',
      stripHeight: 0,
      sentenceHeight: 0,
      canvas: { width: 100, height: 60 },
    });
  });

  it.each([
    [900, 500, 800, 22],
    [900, 500, 901, 40],
    [900, 339, 901, 22],
    [400, 240, 901, 0],
  ])('of %d x %d has for a sentence of %d pixels %d', (width, height, sentenceWidth, expected) => {
    const { sentenceHeight, canvas, stripHeight } = layout(width, height, sentenceWidth);
    expect(sentenceHeight).toBe(expected);
    expect(canvas.height).toBe(height - stripHeight - expected);
  });

  it('has room for special values and contributions in large panels only', () => {
    const furniture = { specials: 2, hasContributions: true };
    const shown = (width: number, height: number) => {
      const parts = histogramParts(layout(width, height), furniture);
      return [parts.special !== null, parts.contribution !== null, parts.hasXAxis, parts.hasYAxis];
    };
    expect(shown(900, 500)).toEqual([true, true, true, true]);
    expect(shown(320, 180)).toEqual([true, true, true, true]);
    expect(shown(160, 80)).toEqual([false, false, true, false]);
    expect(shown(100, 60)).toEqual([false, false, false, false]);
  });

  it('keeps all parts inside the canvas and apart', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 5000, noNaN: true }),
        fc.double({ min: -10, max: 5000, noNaN: true }),
        fc.nat(3),
        fc.boolean(),
        (width, height, specials, hasContributions) => {
          const own = layout(width, height);
          const parts = histogramParts(own, { specials, hasContributions });
          const isInside = ({ x, y, width: w, height: h }: Rect) =>
            w * h === 0 || (x >= 0 && y >= 0 && x + w <= own.canvas.width && y + h <= own.canvas.height);
          const rects = [parts.plot, parts.special, parts.contribution].filter((rect) => rect !== null);
          expect(rects.every(isInside)).toBe(true);
          if (parts.special !== null && parts.plot.width > 0) {
            expect(parts.special.x + parts.special.width).toBeLessThanOrEqual(parts.plot.x);
          }
          if (parts.contribution !== null && parts.plot.height > 0) {
            expect(parts.plot.y + parts.plot.height).toBeLessThanOrEqual(parts.contribution.y);
          }
        }
      )
    );
  });
});
