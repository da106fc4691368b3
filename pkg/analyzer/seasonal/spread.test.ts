import { spreadOf } from './spread.ts';

describe('a spread', () => {
  it.each<[string, number[], object]>([
    ['nothing', [], { count: 0, min: Infinity, max: -Infinity, sampleDeviation: 0, populationDeviation: 0 }],
    [
      'nothing but gaps',
      [NaN],
      { count: 0, min: Infinity, max: -Infinity, sampleDeviation: 0, populationDeviation: 0 },
    ],
    ['one value', [-3], { count: 1, min: -3, max: -3, sampleDeviation: 0, populationDeviation: 0 }],
    // Their mean is not 0.1 in floating point.
    ['equal values', [0.1, 0.1, 0.1], { count: 3, min: 0.1, max: 0.1, sampleDeviation: 0, populationDeviation: 0 }],
    [
      'values and gaps',
      [NaN, 2, NaN, 4, 9],
      { count: 3, min: 2, max: 9, sampleDeviation: Math.sqrt(13), populationDeviation: Math.sqrt(26 / 3) },
    ],
    [
      'negative ones',
      [-9, -4, -2],
      { count: 3, min: -9, max: -2, sampleDeviation: Math.sqrt(13), populationDeviation: Math.sqrt(26 / 3) },
    ],
    // Their squares are beyond the doubles.
    [
      'the huge',
      [1e200, 3e200],
      { count: 2, min: 1e200, max: 3e200, sampleDeviation: Math.SQRT2 * 1e200, populationDeviation: 1e200 },
    ],
    [
      'the tiny',
      [1e-200, 3e-200],
      { count: 2, min: 1e-200, max: 3e-200, sampleDeviation: Math.SQRT2 * 1e-200, populationDeviation: 1e-200 },
    ],
  ])('of %s', (_, values, expected) => {
    const found = spreadOf(Float64Array.from(values));
    for (const [name, value] of Object.entries(expected) as [keyof typeof found, number][]) {
      if (value === 0 || !Number.isFinite(value)) expect(found[name]).toBe(value);
      else expect(found[name] / value).toBeCloseTo(1, 14);
    }
  });
});
