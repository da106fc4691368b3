import { exactKll, weightedKll } from '../testing/sketches.ts';
import { equalMassBins, equalMassEdges } from './equal-mass-edges.ts';

function edges(
  baseline: readonly number[],
  target: readonly number[],
  lo = Math.min(...baseline, ...target)
): number[] {
  return [...equalMassEdges(lo, { baseline: [exactKll(...baseline)], target: [exactKll(...target)] })];
}

function upTo(count: number, step = 1): number[] {
  return Array.from({ length: count }, (_, i) => i * step);
}

describe('bins of equal mass', () => {
  it('are thirty', () => {
    expect(equalMassBins).toBe(30);
  });

  it.each<[string, readonly number[], readonly number[], readonly number[]]>([
    ['one value each', upTo(30), [5], upTo(30)],
    ['ten values each', upTo(300), [5], upTo(30, 10)],
    ['values in any order', upTo(300).reverse(), [5], upTo(30, 10)],
    ['a target below, which the first bin reaches to', upTo(300), [-100, 5], [-100, ...upTo(30, 10).slice(1)]],
    ['a target above', upTo(300), [1000], upTo(30, 10)],
    ['one value', [5], [5], [5]],
    ['one value, and greater ones of the target', [5], [5, 9, 7], [5, 7]],
    ['one value, and less ones of the target', [5], [3, 5], [3, 5]],
    ['one value between those of the target', [5], [3, 7], [3, 5, 7]],
    ['two values', [1, 2], [1], [1, 2]],
    ['two values, and one between', [1, 2], [1.5], [1, 1.5, 2]],
    [
      'zeros that are most',
      [...Array.from({ length: 60 }, () => 0), ...upTo(30).map((i) => i + 1)],
      [0],
      [0, ...upTo(10).map((i) => 1 + 3 * i)],
    ],
    [
      'a greatest value that is most',
      [...upTo(30), ...Array.from({ length: 30 }, () => 100)],
      [1],
      [...upTo(15, 2), 100],
    ],
    [
      'a greatest value that is most, and a target above',
      [...upTo(30), ...Array.from({ length: 30 }, () => 100)],
      [200],
      [...upTo(15, 2), 100, 200],
    ],
  ])('of %s', (_, baseline, target, expected) => {
    expect(edges(baseline, target)).toEqual(expected);
  });

  it('count an item of a sketch with its weight', () => {
    // 0 counts once, 1 to 29 twice, so 59 in all: floor(59 i / 30) is the weight before each edge.
    const baseline = weightedKll([[0], upTo(30).slice(1)]);
    const found = equalMassEdges(0, { baseline: [baseline], target: [] });
    expect([...found]).toEqual(upTo(30));
  });

  it('are asked of all batches of a window together', () => {
    const halves = [exactKll(...upTo(150)), exactKll(...upTo(150).map((i) => i + 150))];
    expect([...equalMassEdges(0, { baseline: halves, target: [] })]).toEqual(upTo(30, 10));
  });

  it('are never more than 31', () => {
    const few = upTo(15);
    const between = few.map((i) => i + 0.5);
    expect(edges(few, [-1, ...between])).toHaveLength(31);
  });
});
