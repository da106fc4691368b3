import type { DistanceName } from '../contract/index.ts';
import { clipFloor, contributions, distance } from './distance.ts';

const names: readonly DistanceName[] = ['hellinger', 'jensenshannon', 'kl_divergence', 'psi'];

function shares(...values: number[]): Float64Array {
  return Float64Array.from(values);
}

function all(baseline: Float64Array, target: Float64Array): Record<DistanceName, number> {
  return {
    hellinger: distance('hellinger', baseline, target),
    jensenshannon: distance('jensenshannon', baseline, target),
    kl_divergence: distance('kl_divergence', baseline, target),
    psi: distance('psi', baseline, target),
  };
}

const { log, sqrt, LN2 } = Math;

describe('the clip of shares', () => {
  it('is 1e-7 as a 32-bit float', () => {
    expect(clipFloor).toBe(Math.fround(1e-7));
  });

  it.each<[number, number]>([
    [0, 1e-8],
    [1e-8, 0],
    [clipFloor, 0],
    [0, 0],
  ])('makes %d and %d equal', (share1, share2) => {
    expect(distance('kl_divergence', shares(share1, 1), shares(share2, 1))).toBe(0);
    expect(distance('psi', shares(share1, 1), shares(share2, 1))).toBe(0);
  });

  it('bounds shares above 1, which the offset of frequent items can make', () => {
    expect(distance('kl_divergence', shares(1.5), shares(1))).toBe(0);
    expect(distance('psi', shares(1), shares(2))).toBe(0);
    // Hellinger and Jensen-Shannon are not clipped.
    expect(distance('hellinger', shares(1), shares(4))).toBeCloseTo(1 / sqrt(2), 15);
    expect(distance('jensenshannon', shares(1), shares(4))).toBeCloseTo(sqrt((log(0.4) + 4 * log(1.6)) / 2), 15);
  });
});

describe('a distance', () => {
  it.each<[string, Float64Array]>([
    ['no cells', shares()],
    ['one cell', shares(1)],
    ['only zeros', shares(0, 0, 0)],
    ['halves', shares(0.5, 0.5)],
    ['shares that do not sum to 1', shares(0.1, 0, 0.2)],
    ['thirds', shares(1 / 3, 1 / 3, 1 / 3)],
  ])('of %s from themselves is 0', (_, cells) => {
    expect(all(cells, cells)).toEqual({ hellinger: 0, jensenshannon: 0, kl_divergence: 0, psi: 0 });
  });

  it('of halves from one half and two quarters, by hand', () => {
    // Cells: (1/2, 1/2), (1/2, 1/4), (0, 1/4).
    const [baseline, target] = [shares(0.5, 0.5, 0), shares(0.5, 0.25, 0.25)];
    const expected = {
      // (sqrt(1/4) - sqrt(1/2))^2 + 1/4 = 1 - sqrt(1/2)
      hellinger: sqrt((1 - sqrt(0.5)) / 2),
      // ( 1/2 ln(4/3) + 1/4 ln(2/3) + 1/4 ln 2 ) / 2
      jensenshannon: sqrt((log(4 / 3) / 2 + log(2 / 3) / 4 + LN2 / 4) / 2),
      kl_divergence: LN2 / 2 + clipFloor * log(clipFloor * 4),
      psi: LN2 / 4 + (clipFloor - 0.25) * log(clipFloor * 4),
    };
    for (const name of names) {
      expect(distance(name, baseline, target)).toBeCloseTo(expected[name], 14);
    }
  });

  it('of disjoint distributions is the greatest there is', () => {
    const found = all(shares(1, 0), shares(0, 1));
    expect(found.hellinger).toBe(1);
    expect(found.jensenshannon).toBeCloseTo(sqrt(LN2), 15);
    // The service's own figures (golden/drift, numeric one_one): ln(1e-7f) less than one part in ten million.
    expect(found.kl_divergence).toBeCloseTo(16.11809402746264, 12);
    expect(found.psi).toBeCloseTo(32.23618805492528, 12);
  });

  it('is the same in both directions, but for Kullback-Leibler', () => {
    const [one, other] = [shares(0.7, 0.2, 0.1), shares(0.1, 0.3, 0.6)];
    for (const name of ['hellinger', 'jensenshannon', 'psi'] as const) {
      expect(distance(name, one, other)).toBeCloseTo(distance(name, other, one), 15);
    }
    // 0.7 ln 7 + 0.2 ln(2/3) + 0.1 ln(1/6), and 0.1 ln(1/7) + 0.3 ln(3/2) + 0.6 ln 6
    expect(distance('kl_divergence', one, other)).toBeCloseTo(0.7 * log(7) + 0.2 * log(2 / 3) + 0.1 * log(1 / 6), 14);
    expect(distance('kl_divergence', other, one)).toBeCloseTo(0.1 * log(1 / 7) + 0.3 * log(1.5) + 0.6 * log(6), 14);
  });

  it.each(names)('%s of a share that is no number is none', (name) => {
    expect(distance(name, shares(NaN, 1), shares(0, 1))).toBeNaN();
    expect(distance(name, shares(0.5, 0.5), shares(0.5, NaN))).toBeNaN();
  });

  it.each(names)('%s needs as many cells on both sides', (name) => {
    expect(() => distance(name, shares(1), shares(0.5, 0.5))).toThrow(
      new RangeError('a distance needs as many cells on both sides, not 1 and 2')
    );
    expect(() => contributions(name, shares(1), shares())).toThrow(
      new RangeError('a distance needs as many cells on both sides, not 1 and 0')
    );
  });

  it('of shares whose rounding differs is never the root of a negative number', () => {
    const [baseline, target] = [shares(0.1 + 0.2, 0.7), shares(0.3, 0.7)];
    for (const name of names) {
      expect(Math.abs(distance(name, baseline, target))).toBeLessThan(1e-8);
    }
  });
});

describe('contributions', () => {
  it.each(names)('to %s sum to 1', (name) => {
    const [baseline, target] = [shares(0.5, 0.3, 0.2, 0), shares(0.1, 0.3, 0, 0.6)];
    const parts = contributions(name, baseline, target);
    expect(parts.reduce((sum, part) => sum + part)).toBeCloseTo(1, 14);
    // Equal shares contribute nothing.
    expect(parts[1]).toBe(0);
  });

  it.each(names)('to %s are all 0 where the distributions are equal', (name) => {
    expect(contributions(name, shares(0.2, 0.8), shares(0.2, 0.8))).toEqual(shares(0, 0));
    expect(contributions(name, shares(), shares())).toEqual(shares());
  });

  it('to Hellinger by hand', () => {
    // (0, 1/2), (1, 1/2): 1/2 and (1 - sqrt(1/2))^2 = 3/2 - sqrt 2, of 2 - sqrt 2 together.
    const [first, second] = contributions('hellinger', shares(0, 1), shares(0.5, 0.5));
    expect(first).toBeCloseTo(0.5 / (2 - sqrt(2)), 14);
    expect(second).toBeCloseTo((1.5 - sqrt(2)) / (2 - sqrt(2)), 14);
  });

  it('to Kullback-Leibler can be negative: a cell that became more frequent', () => {
    const [first, second] = contributions('kl_divergence', shares(0.75, 0.25), shares(0.25, 0.75));
    // 3/4 ln 3 and -1/4 ln 3, of 1/2 ln 3 together.
    expect(first).toBeCloseTo(1.5, 14);
    expect(second).toBeCloseTo(-0.5, 14);
  });
});
