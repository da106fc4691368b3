import fc from 'fast-check';
import { histogramCells } from '../drift-cells.ts';
import { exactKll, weightedKll } from '../testing/sketches.ts';
import type { DriftBins } from '../../contract/index.ts';
import type { KllSketch } from '../../sketch/index.ts';
import { measureWasserstein } from './wasserstein.ts';

function measure(baseline: readonly KllSketch[], target: readonly KllSketch[], bins: DriftBins = 'equal_width') {
  const cells = histogramCells({ baseline, target }, bins);
  if (cells === null) {
    throw new Error('there are no cells');
  }
  return measureWasserstein({ baseline, target }, cells);
}

describe('the Wasserstein distance', () => {
  it.each<[string, readonly KllSketch[], readonly KllSketch[], number]>([
    // SciPy's documentation of wasserstein_distance.
    ['0, 1, 3 and 5, 6, 8', [exactKll(0, 1, 3)], [exactKll(5, 6, 8)], 5],
    ['weights 3 and 1, 2 and 2', [exactKll(0, 0, 0, 1)], [exactKll(0, 0, 1, 1)], 0.25],
    ['the same', [exactKll(1, 2, 3)], [exactKll(3, 2, 1)], 0],
    ['one value each', [exactKll(-2)], [exactKll(1.5)], 3.5],
    ['a window of batches', [exactKll(0, 3), exactKll(1)], [exactKll(5), exactKll(6, 8)], 5],
    ['items with weights', [weightedKll([[0], [1]])], [exactKll(0, 1, 1)], 0],
    ['sides of unequal size', [exactKll(0)], [exactKll(0, 0, 0, 4)], 1],
  ])('of %s', (_, baseline, target, expected) => {
    expect(measure(baseline, target).value).toBeCloseTo(expected, 12);
    expect(measure(target, baseline).value).toBeCloseTo(expected, 12);
    expect(measure(baseline, target, 'equal_mass').value).toBeCloseTo(expected, 12);
  });

  it('shares the integral among the bins', () => {
    const { contribution } = measure([exactKll(0, 30)], [exactKll(10, 30)]);
    // Half of the values moved from 0 to 10, so bins 0 to 9 of width 1 hold a tenth each.
    expect([...contribution].map((share) => Math.round(1e9 * share) / 1e9)).toEqual(
      Array.from({ length: 30 }, (_, bin) => (bin < 10 ? 0.1 : 0))
    );
    expect([...measure([exactKll(5)], [exactKll(5)]).contribution]).toEqual(Array.from({ length: 30 }, () => 0));
  });

  it('has no contributions where it is too large for numbers', () => {
    const { value, contribution } = measure([exactKll(-Number.MAX_VALUE)], [exactKll(Number.MAX_VALUE)]);
    expect(value === Infinity || value > 1e308).toBe(true);
    expect([...contribution].every(Number.isFinite)).toBe(true);
  });

  it('of as many values is the mean distance of those of the same rank', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(values, values, (one, other) => {
        const [a, b] = [one.toSorted((x, y) => x - y), other.toSorted((x, y) => x - y)];
        const expected = a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? NaN)), 0) / 20;
        for (const bins of ['equal_width', 'equal_mass'] as const) {
          expect(measure([exactKll(...one)], [exactKll(...other)], bins).value).toBeCloseTo(expected, 10);
        }
      }),
      { seed: 20250, numRuns: 200 }
    );
  });
});
