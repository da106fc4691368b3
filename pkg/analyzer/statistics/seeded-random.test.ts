import { mean, sampleStandardDeviation } from './moments.ts';
import { normalQuantile } from './normal-quantile.ts';
import { normals, uniforms } from './seeded-random.ts';

// Python: int.from_bytes(hashlib.sha256(f'{h}:dataset/column').digest()[8 * i : 8 * i + 8], 'big') >> 12, + 0.5, / 2^52
const known = [
  0.5209641670845765, 0.22691303303925958, 0.7893836063857246, 0.055270171364340315, 0.2416658174263907,
  0.41077181958151565, 0.7950163024522633, 0.7757495857661817,
];

describe('seeded numbers', () => {
  it('are those of another implementation', () => {
    expect(uniforms('dataset/column', 8)).toEqual(known);
    expect(normals('dataset/column', 8)).toEqual(known.map(normalQuantile));
  });

  it.each([0, 1, 3, 4, 5, 10])('are %d when so many are asked for, and the first ones stay the same', (count) => {
    expect(uniforms('seed', count)).toEqual(uniforms('seed', 10).slice(0, count));
    expect(uniforms('seed', count)).toHaveLength(count);
    expect(normals('seed', count)).toHaveLength(count);
  });

  it.each(['', 'ü', 'sEed', '0:seed'])('are others for the seed "%s"', (seed) => {
    expect(uniforms(seed, 1)).not.toEqual(uniforms('seed', 1));
  });

  it('are spread over (0, 1), and normally', () => {
    const many = uniforms('many', 4000);
    expect(many.every((value) => value > 0 && value < 1)).toBe(true);
    // Standard errors: 0.0046 for the mean of uniform numbers, 0.016 for that of normal ones, 0.011 for their deviation.
    expect(Math.abs(mean(many) - 0.5)).toBeLessThan(0.02);
    expect(Math.abs(mean(normals('many', 4000)))).toBeLessThan(0.06);
    expect(Math.abs(sampleStandardDeviation(normals('many', 4000)) - 1)).toBeLessThan(0.05);
  });
});
