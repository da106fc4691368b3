import { replacementOf } from './replacement.ts';
import { normals } from './statistics/seeded-random.ts';

const options = { alpha: 0.05, lambdaKeep: 0.25, seed: 'seed' };

test('a replacement mixes the value with one drawn around the centre', () => {
  const drawn = normals('seed', 10).reduce((sum, value) => sum + value) / 10;
  const found = replacementOf(100, 50, { lower: 45, upper: 55 }, options);
  expect(found.adjusted).toBeCloseTo(50 + 10 * 1.9599639845400545 * drawn, 12);
  expect(found.replacement).toBeCloseTo(0.25 * 100 + 0.75 * found.adjusted, 12);
});

test.each([
  [0, 50],
  [1, 100],
])('lambdaKeep %d without a spread gives %d', (lambdaKeep, expected) => {
  const found = replacementOf(100, 50, { lower: 50, upper: 50 }, { ...options, lambdaKeep });
  expect(found).toEqual({ adjusted: 50, replacement: expected });
});

test('is the same for the same seed, and another for another', () => {
  const bounds = { lower: 0, upper: 1 };
  expect(replacementOf(9, 0.5, bounds, options)).toEqual(replacementOf(9, 0.5, bounds, options));
  expect(replacementOf(9, 0.5, bounds, { ...options, seed: 'other' })).not.toEqual(
    replacementOf(9, 0.5, bounds, options)
  );
});
