import { addHll, HllBuilder, hllEstimate, unionHll } from '../index.ts';

function sketchOf(from: number, to: number, lgK = 12) {
  const builder = new HllBuilder(lgK);
  for (let i = from; i < to; i++) builder.updateString(`value ${i}`);
  return builder.toSketch();
}

describe('addHll', () => {
  it('refuses to add nothing', () => {
    expect(() => addHll([])).toThrow('HLL sketch: nothing to add; give at least one sketch');
  });

  it('gives one sketch back as it is', () => {
    const sketch = sketchOf(0, 10);
    expect(addHll([sketch])).toBe(sketch);
  });

  // Relative standard error of 4096 registers is 1.04 / 64 = 1.6 %; three of them are allowed.
  it.each([
    [
      'nothing and nothing',
      [
        [0, 0],
        [0, 0],
      ],
      0,
      0,
    ],
    [
      'few values, the same on both sides',
      [
        [0, 15],
        [0, 15],
      ],
      15,
      1e-4,
    ],
    [
      'few values, apart',
      [
        [0, 5],
        [5, 9],
        [7, 12],
      ],
      12,
      1e-4,
    ],
    [
      'more coupons than a SET holds',
      [
        [0, 300],
        [300, 600],
      ],
      600,
      0.05,
    ],
    [
      'coupons and registers',
      [
        [0, 10_000],
        [9_990, 10_010],
      ],
      10_010,
      0.05,
    ],
    [
      'registers, overlapping',
      [
        [0, 50_000],
        [25_000, 75_000],
      ],
      75_000,
      0.05,
    ],
  ] as const)('counts the distinct values of %s', (_, ranges, expected, tolerance) => {
    const added = addHll(ranges.map(([from, to]) => sketchOf(from, to)));
    expect(Math.abs(hllEstimate(added) - expected)).toBeLessThanOrEqual(tolerance * Math.max(expected, 1));
  });

  it('does not depend on the order', () => {
    const sketches = [sketchOf(0, 200), sketchOf(100, 5000), sketchOf(0, 7), sketchOf(4000, 4400)];
    const estimates = [sketches, [...sketches].reverse(), [2, 0, 3, 1].flatMap((i) => sketches[i] ?? [])].map((order) =>
      hllEstimate(addHll(order))
    );
    expect(new Set(estimates).size).toBe(1);
  });

  it('takes the least precision among registers', () => {
    expect(addHll([sketchOf(0, 50_000, 12), sketchOf(0, 50_000, 8)]).lgK).toBe(8);
  });

  it('is the same as the union of whylogs where all sketches have registers', () => {
    const sketches = [sketchOf(0, 20_000), sketchOf(10_000, 30_000), sketchOf(0, 9_000)];
    expect(hllEstimate(addHll(sketches))).toBeCloseTo(hllEstimate(unionHll(sketches)), 9);
  });
});
