import { KllBuilder, type KllSketch, emptyKll } from '../../sketch/index.ts';
import { histogramCells } from '../drift-cells.ts';
import { kolmogorovSurvival } from '../statistics/kolmogorov-survival.ts';
import { exactKll } from '../testing/sketches.ts';
import { measureKolmogorovSmirnov, windowRankError } from './kolmogorov-smirnov.ts';

function measure(baseline: readonly KllSketch[], target: readonly KllSketch[]) {
  const cells = histogramCells({ baseline, target });
  if (cells === null) {
    throw new Error('there are no cells');
  }
  return measureKolmogorovSmirnov({ baseline, target }, cells);
}

function filled(contribution: ArrayLike<number> & Iterable<number>): Record<number, number> {
  return Object.fromEntries([...contribution].flatMap((share, i) => (share === 0 ? [] : [[i, share]])));
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** A sketch of k 8, which compacts early. */
function compacted(values: readonly number[]): KllSketch {
  const builder = new KllBuilder(8, 1);
  values.forEach((value) => builder.update(value));
  return builder.toSketch();
}

describe('the Kolmogorov-Smirnov statistic', () => {
  it.each<[string, readonly number[], readonly number[], number, number | null]>([
    ['the same', [1, 2], [1, 2], 0, 1],
    ['one value each', [1], [2], 1, null],
    ['halves apart', [1, 2, 3, 4], [3, 4, 5, 6], 0.5, 0.5],
    ['all apart', [1, 2, 3, 4], [5, 6, 7, 8], 1, 0],
    ['sides of unequal size', [1, 1, 1, 1, 2, 2], [2, 2, 2], 2 / 3, kolmogorovSurvival(2 / 3, 2)],
    // Sizes 6 and 2: 1.5 rounds to 2; 2 and 2: 1; 6 and 6: 3; 10 and 10: 5; 5 and 5: 2.5 rounds to 2.
    ['a size that rounds up to even', [1, 1, 1, 1, 1, 2], [2, 2], 5 / 6, kolmogorovSurvival(5 / 6, 2)],
    ['a size that rounds down to even', [1, 1, 1, 1, 2], [2, 2, 2, 2, 2], 0.8, kolmogorovSurvival(0.8, 2)],
    ['a size that rounds down', [1, 1, 1, 1], [1, 2, 2], 2 / 3, kolmogorovSurvival(2 / 3, 2)],
    ['a size that rounds to nothing', [1], [2], 1, null],
    ['a size below 1', [1], [2, 2, 2, 2], 1, 0],
  ])('of %s', (_, baseline, target, value, pValue) => {
    const measured = measure([exactKll(...baseline)], [exactKll(...target)]);
    expect(measured.value).toBeCloseTo(value, 14);
    if (pValue === null) {
      expect(measured).toMatchObject({ pValue: null, note: 'too few values for a p-value' });
    } else {
      expect(measured.pValue).toBeCloseTo(pValue, 12);
      expect(measured.note).toMatch(/^p-value [\d.e-]+$/);
    }
  });

  it('is the same in both directions, and of windows', () => {
    const [one, other] = [
      [1, 5, 9, 9, 12],
      [2, 5, 5, 20],
    ];
    const value = measure([exactKll(...one)], [exactKll(...other)]).value;
    expect(measure([exactKll(...other)], [exactKll(...one)]).value).toBe(value);
    expect(measure([exactKll(1, 5), exactKll(9, 9, 12)], [exactKll(20), exactKll(2, 5, 5)]).value).toBe(value);
  });

  it('falls to each cell by half of what it lacks below the gap or has too much above', () => {
    // Bins of width 1 from 0 to 30: the gap of 1/2 is at 0 to 30.
    expect(filled(measure([exactKll(0, 0, 0, 30)], [exactKll(0, 30, 30, 30)]).contribution)).toEqual({
      0: 0.5,
      29: 0.5,
    });
    expect(filled(measure([exactKll(0, 30, 30, 30)], [exactKll(0, 0, 0, 30)]).contribution)).toEqual({
      0: 0.5,
      29: 0.5,
    });
    // The gap of 1/2 lies from 10 to 20; what moved from 20 to 30 above it counts against nothing.
    expect(filled(measure([exactKll(0, 0, 20, 30)], [exactKll(20, 20, 30, 30)]).contribution)).toEqual({
      0: 0.5,
      20: 0.25,
      29: 0.25,
    });
  });

  it('can fall to a cell with less than nothing', () => {
    // Shares 1/2, 0, 1/2 against 0, 1/4, 3/4 at 0, 10, 30: the gap of 1/2 is before 10.
    const found = filled(measure([exactKll(0, 0, 30, 30)], [exactKll(10, 30, 30, 30)]).contribution);
    expect(found).toEqual({ 0: 0.5, 10: 0.25, 29: 0.25 });
    // 1/4, 1/4, 1/2, 0 against 0, 1/2, 0, 1/2 at 0, 10, 20, 30: the gap of 1/2 is before 30; 10 is against it.
    const against = filled(measure([exactKll(0, 10, 20, 20)], [exactKll(10, 10, 30, 30)]).contribution);
    expect(against).toEqual({ 0: 0.25, 10: -0.25, 20: 0.5, 29: 0.5 });
  });

  it('falls to the halves of the cell in which the gap lies', () => {
    // 14.2 and 14.8 share bin 14 of 0 to 30, and the gap of 1/2 is between them.
    const found = filled(measure([exactKll(0, 14.2, 14.2, 30)], [exactKll(0, 14.8, 14.8, 30)]).contribution);
    expect(found).toEqual({ 14: 1 });
  });

  it('falls to no cell where there is no gap', () => {
    expect([...measure([exactKll(1, 2)], [exactKll(1, 2)]).contribution]).toEqual(Array.from({ length: 30 }, () => 0));
  });

  it('falls to the last of cells that have no width', () => {
    const apart = measure([exactKll(1e16)], [exactKll(1e16 + 2)]);
    expect([...apart.contribution].reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
  });
});

describe('the p-value', () => {
  const many = upTo(1000);
  const shifted = many.map((value) => value + 200);

  it('is that of the statistic less the rank errors of both sides', () => {
    const [baseline, target] = [compacted(many), compacted(shifted)];
    // DataSketches' rank error of k 8: 2.296 / 8^0.9723 = 0.30402.
    const error = 2.296 / 8 ** 0.9723;
    expect(windowRankError([baseline])).toBeCloseTo(error, 12);
    const exactTarget = exactKll(...upTo(100).map((value) => value * 10 + 950));
    const { value, pValue, note } = measure([baseline], [exactTarget]);
    expect(value).toBeGreaterThan(0.8);
    // 1000 * 100 / 1100 = 90.9
    expect(pValue).toBe(kolmogorovSurvival(value - error, 91));
    expect(note).toMatch(/^p-value [\d.]+e-\d+, allowing for a sketch error of 0\.304017$/);
    // Both errors together are more than the statistic: nothing is likely.
    expect(measure([baseline], [target]).pValue).toBe(1);
  });

  it("weighs the errors of a window's sketches", () => {
    const sketch = compacted(many);
    const error = windowRankError([sketch]);
    expect(windowRankError([exactKll(...many)])).toBe(0);
    expect(windowRankError([sketch, exactKll(...many)])).toBeCloseTo(error / 2, 12);
    expect(windowRankError([sketch, sketch, emptyKll(8)])).toBeCloseTo(error, 12);
  });
});
