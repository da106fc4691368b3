import fc from 'fast-check';
import type { HistogramProfile } from '../model/profile-model.ts';
import { anyHistogram } from '../testing/arbitrary-profile.ts';
import { evenEdges, histogramFrames } from '../testing/frames.ts';
import { modelOf, picturedHistogram } from '../testing/model.ts';
import { type DisplayBins, displayBins, histogramScale, singleValue } from './display-bins.ts';

function over(profile: HistogramProfile, width: number): DisplayBins {
  return displayBins(profile, histogramScale(profile, 0, width));
}

function histogram(edges: readonly number[], counts: readonly number[]): HistogramProfile {
  const model = modelOf(histogramFrames(edges, { target: { counts }, baseline: null }));
  if (model.shape !== 'histogram') {
    throw new Error('no histogram');
  }
  return model;
}

function total(bins: DisplayBins, side: 'target' | 'baseline', what: 'count' | 'share'): number {
  return bins.bins.reduce((sum, bin) => sum + (bin[side]?.[what] ?? 0), 0);
}

describe('bins for display', () => {
  it('are those of the data where there is room', () => {
    const { bins, isEven, barWidth } = over(histogram([0, 1, 2, 3], [1, 2, 1]), 300);
    expect(bins).toEqual([
      { xMin: 0, xMax: 1, width: 1, isClosed: false, merged: 1, target: { count: 1, share: 0.25 }, baseline: null },
      { xMin: 1, xMax: 2, width: 1, isClosed: false, merged: 1, target: { count: 2, share: 0.5 }, baseline: null },
      { xMin: 2, xMax: 3, width: 1, isClosed: true, merged: 1, target: { count: 1, share: 0.25 }, baseline: null },
    ]);
    expect([isEven, barWidth]).toEqual([true, 1]);
  });

  it('are put together until they are two pixels wide', () => {
    const { bins, barWidth } = over(picturedHistogram('two-thousand-bins'), 800);
    // 2000 bins of 0.4 pixels: five are 2 pixels.
    expect(bins.map(({ merged }) => merged)).toEqual(Array.from({ length: 400 }, () => 5));
    expect(barWidth).toBe(5);
  });

  it('take a last one that remains too narrow into the one before', () => {
    // 1 pixel a bin, seven of them.
    const { bins } = over(histogram(evenEdges(0, 7, 7), [1, 1, 1, 1, 1, 1, 1]), 7);
    expect(bins.map(({ merged }) => merged)).toEqual([2, 2, 3]);
    expect(bins.at(-1)).toMatchObject({ xMin: 4, xMax: 7, isClosed: true });
  });

  it('are never put together over a gap', () => {
    const profile = histogram([0, 1, 2], [3, 1]);
    const apart = { ...profile, bins: { xMin: Float64Array.of(0, 1.5), xMax: Float64Array.of(1, 2) } };
    expect(over(apart, 1).bins.map(({ xMin, xMax }) => [xMin, xMax])).toEqual([
      [0, 1],
      [1.5, 2],
    ]);
  });

  it('keep every count and share', () => {
    fc.assert(
      fc.property(anyHistogram, fc.integer({ min: 0, max: 300 }), (profile, width) => {
        const shown = over(profile, width);
        for (const side of ['target', 'baseline'] as const) {
          const all = profile[side];
          const shares = all?.shares.reduce((a, b) => a + b, 0) ?? 0;
          const counts = all?.counts?.reduce((a, b) => a + b, 0) ?? 0;
          expect(total(shown, side, 'share')).toBeCloseTo(shares, 12);
          expect(total(shown, side, 'count') / (counts || 1)).toBeCloseTo(counts === 0 ? 0 : 1, 12);
        }
        const first = shown.bins[0];
        expect(shown.bins.reduce((sum, { merged }) => sum + merged, 0)).toBe(profile.bins.xMin.length);
        expect(first?.xMin).not.toBeUndefined();
      })
    );
  });

  it('see whether widths differ', () => {
    expect(over(picturedHistogram('unequal-bins'), 500).isEven).toBe(false);
    // Edges as sums of 0.1 are not exact.
    expect(over(histogram([0, 0.1, 0.2, 0.30000000000000004, 0.4], [1, 1, 1, 1]), 500).isEven).toBe(true);
  });
});

describe('a single value', () => {
  it.each([
    ['single-value-0', 0],
    ['single-value-7', 7],
    ['single-value-minus-3', -3],
    ['shifted', null],
  ] as const)('of "%s" is %p', (name, value) => {
    expect(singleValue(picturedHistogram(name))).toBe(value);
  });

  it('is known by its extremes where bins around it have a width', () => {
    const profile = picturedHistogram('integers-0-to-9');
    const side = profile.targetFacts;
    const facts = side && { ...side, min: 4, max: 4 };
    const known = { ...profile, targetFacts: facts, baselineFacts: facts };
    expect(singleValue(known)).toBe(4);
    expect(over(known, 400)).toMatchObject({ isSingleValue: true, bins: [{ xMin: 4, xMax: 4, merged: 10 }] });
    expect(singleValue({ ...known, baselineFacts: side && { ...side, min: 3, max: 3 } })).toBeNull();
    expect(singleValue({ ...known, targetFacts: null })).toBeNull();
  });

  it('lies in the middle of what is drawn', () => {
    for (const name of ['single-value-0', 'single-value-7', 'single-value-minus-3'] as const) {
      const profile = picturedHistogram(name);
      expect(histogramScale(profile, 0, 200).toPixel(singleValue(profile) ?? NaN)).toBeCloseTo(100, 9);
    }
  });
});
