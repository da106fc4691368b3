import fc from 'fast-check';
import type { DisplayBins } from '../contract/index.ts';
import type { KllSketch } from '../sketch/index.ts';
import { displayCounts } from './display-counts.ts';
import { autoBins, displayEdges, equalMassBins, mostSingleNumbers } from './display-edges.ts';
import { integersOf, kllOf } from './testing/sketches.ts';

const none: readonly KllSketch[] = [];

function edgesOf(target: readonly number[], bins: DisplayBins, baseline: readonly number[] = []) {
  const found = displayEdges({ target: [kllOf(target)], baseline: [kllOf(baseline)] }, bins);
  return found === null ? null : { ...found, edges: [...found.edges] };
}

/** Values with a step, so that quartiles and extremes are known. */
function steps(count: number, step: number, first = 0): readonly number[] {
  return Array.from({ length: count }, (_, i) => first + i * step);
}

describe('bins of a shown histogram', () => {
  it.each<[string, readonly number[], DisplayBins]>([
    ['nothing', [], 'auto'],
    ['infinities', [Infinity, -Infinity], 30],
  ])('of %s are none', (_, values, bins) => {
    expect(edgesOf(values, bins)).toBeNull();
  });

  it.each([0, -3, 7, 5.25, 1e300, -Number.MAX_VALUE])('of the one value %d are one of no width', (value) => {
    for (const bins of ['auto', 'equal_mass', 'analyzer', 1, 500] as const) {
      expect(edgesOf([value, value], bins, [value])).toEqual({ binning: 'single_value', edges: [value], end: value });
    }
  });

  it('of a number have equal widths over both sides', () => {
    expect(edgesOf([2, 3.5], 4, [0.5, 4])).toEqual({
      binning: 'equal_width',
      edges: [0.5, 1.375, 2.25, 3.125],
      end: 4,
    });
    expect(edgesOf([-4, -2], 2)).toEqual({ binning: 'equal_width', edges: [-4, -3], end: -2 });
    expect(edgesOf([1, 2], 1)).toEqual({ binning: 'equal_width', edges: [1], end: 2 });
    const most = Number.MAX_VALUE;
    expect(edgesOf([-most, most], 2)).toEqual({ binning: 'equal_width', edges: [-most, 0], end: most });
  });

  it('between neighbouring numbers are as many as there are numbers', () => {
    const [low, high] = [1, 1 + 2 * Number.EPSILON];
    expect(edgesOf([low, high], 30)).toEqual({
      binning: 'equal_width',
      edges: [1, 1 + Number.EPSILON],
      end: high,
    });
    expect(edgesOf([low, high], 'analyzer')?.edges).toEqual([1, 1 + Number.EPSILON]);
  });

  it("of the analyzer are its 30, between both sides' ends", () => {
    expect(edgesOf([0, 29.5], 'analyzer', [30])).toEqual({
      binning: 'analyzer',
      edges: integersOf(0, 29),
      end: 30,
    });
  });

  it('of equal mass hold a twentieth of the baseline each', () => {
    // 0-based positions floor(i / 20 * 200) of the baseline.
    const found = edgesOf([-5, 1000], 'equal_mass', integersOf(1, 200));
    expect(found).toEqual({
      binning: 'equal_mass',
      edges: [-5, ...Array.from({ length: equalMassBins - 1 }, (_, i) => 11 + 10 * i)],
      end: 1000,
    });
    // Without a baseline the target stands in.
    expect(edgesOf(integersOf(1, 200), 'equal_mass')?.edges.slice(0, 3)).toEqual([1, 11, 21]);
    // Half of the values are one: their bins are one.
    expect(edgesOf([...steps(100, 0), ...integersOf(1, 100)], 'equal_mass')?.edges.slice(0, 3)).toEqual([0, 1, 11]);
  });
});

describe('bins that are chosen from the data', () => {
  it('are one for each of a few whole numbers, around it', () => {
    expect(edgesOf([1, 3], 'auto', [0, 2])).toEqual({ binning: 'per_value', edges: [-0.5, 0.5, 1.5, 2.5], end: 3.5 });
    expect(edgesOf(integersOf(1, mostSingleNumbers), 'auto')?.edges).toHaveLength(60);
    // Infinities are no whole numbers, and in no bin.
    expect(edgesOf([1, 3, Infinity], 'auto')?.binning).toBe('per_value');
  });

  it('hold as many whole numbers each where these are many', () => {
    // Quartiles 251 and 751 of 1000: width 2 * 500 / 10 = 100.
    expect(edgesOf(integersOf(1, 1000), 'auto')).toEqual({
      binning: 'whole_numbers',
      edges: steps(10, 100, 0.5),
      end: 1000.5,
    });
  });

  it.each([
    // Quartiles 0.251 and 0.751 of n = 1000: width 2 * 0.5 / 10, over 0.999.
    ['by Freedman and Diaconis', steps(1000, 0.001, 0.001), 10],
    // n = 8: width 2 * IQR / 2, which is more than a tenth.
    ['at least 10', steps(8, 0.5), autoBins.least],
    // One value far off: the natural number is 80,000.
    ['at most 200', [...steps(511, 0.001), 10_000.5], autoBins.most],
    // The middle half is one value: 1 + log2 of 1024 values is 11.
    ['by Sturges', [...steps(1022, 0), 0.5, 100.25], 11],
  ])('are %s', (_, values, count) => {
    const found = edgesOf(values, 'auto');
    expect(found?.binning).toBe('equal_width');
    expect(found?.edges).toHaveLength(count);
  });

  it('can be fewer for a heat map', () => {
    const sketches = [kllOf([...steps(500, 0.001), 10_000.5])];
    expect(displayEdges({ target: sketches, baseline: none }, 'auto', 60)?.edges).toHaveLength(60);
    const whole = [kllOf(integersOf(1, 1000))];
    expect(displayEdges({ target: whole, baseline: none }, 'auto', 60)?.edges.length).toBeLessThanOrEqual(60);
    expect(displayEdges({ target: [kllOf(integersOf(1, 60))], baseline: none }, 'auto', 60)?.edges).toHaveLength(60);
  });

  it('reach across all numbers', () => {
    const found = edgesOf([-Number.MAX_VALUE, 0.5, Number.MAX_VALUE], 'auto');
    expect(found?.edges.every(Number.isFinite)).toBe(true);
    expect(found?.end).toBe(Number.MAX_VALUE);
  });
});

describe('whatever the values', () => {
  const someValue = fc.oneof(
    fc.double(),
    fc.integer({ min: -40, max: 40 }),
    fc.double({ min: -1, max: 1, noNaN: true })
  );
  const someValues = fc.array(
    someValue.filter((value) => !Number.isNaN(value)),
    { maxLength: 60 }
  );
  const someBins = fc.oneof(
    fc.constantFrom('auto' as const, 'equal_mass' as const, 'analyzer' as const),
    fc.integer({ min: 1, max: 500 })
  );

  it('bins ascend, are finite and hold each finite value once', () => {
    fc.assert(
      fc.property(someValues, someValues, someBins, (target, baseline, bins) => {
        const sides = { target: [kllOf(target)], baseline: [kllOf(baseline)] };
        const found = displayEdges(sides, bins);
        const finite = [...target, ...baseline].filter(Number.isFinite);
        expect(found === null).toBe(finite.length === 0);
        if (found !== null) {
          const ends = [...found.edges.subarray(1), found.end];
          expect([...found.edges, found.end].every(Number.isFinite)).toBe(true);
          expect(ends.every((end, i) => end > (found.edges[i] ?? NaN) || found.binning === 'single_value')).toBe(true);
          expect(found.edges[0]).toBeLessThanOrEqual(Math.min(...finite));
          expect(found.end).toBeGreaterThanOrEqual(Math.max(...finite));
          for (const [sketches, values] of [
            [sides.target, target],
            [sides.baseline, baseline],
          ] as const) {
            const { counts, n } = displayCounts(sketches, found);
            const expected = [...found.edges].map(
              (edge, i) =>
                values.filter(
                  (value) =>
                    Number.isFinite(value) && value >= edge && (i + 1 === ends.length || value < (ends[i] ?? NaN))
                ).length
            );
            expect([...counts]).toEqual(expected);
            expect(n).toBe(values.filter(Number.isFinite).length);
          }
        }
      }),
      { seed: 20130308, numRuns: 500 }
    );
  });
});
