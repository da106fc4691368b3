import fc from 'fast-check';
import { anyHistogram } from '../testing/arbitrary-profile.ts';
import { picturedHistogram } from '../testing/model.ts';
import { barHeight, resolveYMode, type YModeOption } from './bar-heights.ts';
import { type DisplayBins, displayBins, histogramScale } from './display-bins.ts';

function bins(name: Parameters<typeof picturedHistogram>[0], width = 800): DisplayBins {
  const profile = picturedHistogram(name);
  return displayBins(profile, histogramScale(profile, 0, width));
}

describe('the mode', () => {
  it.each<[YModeOption, Parameters<typeof picturedHistogram>[0], string]>([
    ['auto', 'shifted', 'share'],
    ['auto', 'unequal-bins', 'density'],
    ['auto', 'single-value-0', 'share'],
    ['density', 'shifted', 'density'],
    ['density', 'single-value-0', 'share'],
    ['count', 'unequal-bins', 'count'],
    ['share', 'unequal-bins', 'share'],
    ['auto', 'two-thousand-bins', 'share'],
  ])('%s of "%s" is %s', (option, name, mode) => {
    expect(resolveYMode(option, bins(name))).toBe(mode);
  });

  it('is no count where a side has none', () => {
    const shown = bins('shifted');
    const [first] = shown.bins;
    const shares = { ...shown, bins: first ? [{ ...first, baseline: { count: null, share: 1 } }] : [] };
    expect(resolveYMode('count', shares)).toBe('share');
  });
});

describe('the height of a bar', () => {
  const even = { bins: [], isEven: true, isSingleValue: false, barWidth: 4 };
  const uneven = { ...even, isEven: false };

  it.each([
    ['the share', 'share', 4, even, 0.5],
    ['the count', 'count', 4, even, 10],
    ['the density', 'density', 4, even, 0.125],
    ['as high as neighbours of its density, where it is wider', 'share', 5, even, 0.4],
    ['the share as it is, where widths differ anyway', 'share', 5, uneven, 0.5],
    ['the share, without a width', 'share', 0, even, 0.5],
    ['finite, however narrow', 'density', 5e-324, even, Number.MAX_VALUE],
  ] as const)('is %s', (_, mode, width, shown, height) => {
    expect(barHeight({ count: 10, share: 0.5 }, { width }, mode, shown)).toBe(height);
  });

  it('is 0 for a side that is absent', () => {
    expect(barHeight(null, { width: 1 }, 'share', even)).toBe(0);
  });

  it('makes areas probabilities: densities times widths sum to 1', () => {
    const { bins: unequal, ...rest } = bins('unequal-bins');
    const area = unequal.reduce(
      (sum, bin) => sum + barHeight(bin.target, bin, 'density', { bins: unequal, ...rest }) * (bin.xMax - bin.xMin),
      0
    );
    expect(area).toBeCloseTo(1, 12);
  });

  it('is finite and not negative for every histogram', () => {
    fc.assert(
      fc.property(
        anyHistogram,
        fc.constantFrom<YModeOption>('auto', 'count', 'share', 'density'),
        (profile, option) => {
          const shown = displayBins(profile, histogramScale(profile, 0, 400));
          const mode = resolveYMode(option, shown);
          return shown.bins.every((bin) => {
            const height = barHeight(bin.target, bin, mode, shown);
            return Number.isFinite(height) && height >= 0;
          });
        }
      )
    );
  });
});
