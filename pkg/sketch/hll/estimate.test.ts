import { expected, goldenBytes, goldenHll, imageBytes } from '../testing/fixtures.ts';
import { hllBounds } from './bounds.ts';
import { compositeEstimate } from './composite-estimate.ts';
import { compositeRawEstimates, compositeStrides } from './composite-table.ts';
import { couponEstimate, hllEstimate } from './estimate.ts';
import { interpolateCubic } from './interpolate.ts';
import { readHll } from './read-hll.ts';

/** Relative 1e-9, as far as the other implementations agree among themselves. */
function expectClose(actual: number, value: number): void {
  expect(Math.abs(actual - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
}

test.each(goldenHll)('$file: estimate and bounds', (golden) => {
  const sketch = readHll(goldenBytes(golden.file));
  expectClose(hllEstimate(sketch), golden.est);
  for (const deviations of [1, 2, 3] as const) {
    const { lower, upper } = hllBounds(sketch, deviations);
    expectClose(lower, golden[`lower_${deviations}`]);
    expectClose(upper, golden[`upper_${deviations}`]);
  }
});

test.each(expected.real.hll.map((real) => [readHll(imageBytes(real.image)), real] as const))(
  'a sketch from a real file: estimate and bounds',
  (sketch, real) => {
    expectClose(hllEstimate(sketch), real.est);
    ([1, 2, 3] as const).forEach((deviations, i) => {
      const { lower, upper } = hllBounds(sketch, deviations);
      expectClose(lower, real.bounds[i]![0]);
      expectClose(upper, real.bounds[i]![1]);
    });
  }
);

describe('coupons', () => {
  test.each([
    [0, 0],
    [1, 1],
    [20, 20.00000094374026],
    [400, 400.0003963713384],
    [8000, 8000.158929460209],
  ])('%d stand for %p values, as the table says', (count, estimate) => {
    expect(couponEstimate(count)).toBeCloseTo(estimate, 9);
  });
});

describe('the composite estimate', () => {
  test('of registers that are all zero is 0', () => {
    expect(compositeEstimate(4, 16, 16)).toBeCloseTo(0, 9);
    // Below the table: more than there are registers cannot be, but must not become negative.
    expect(compositeEstimate(4, 17, 16)).toBe(0);
  });

  test.each([4, 5, 6, 7, 12, 21])('lgK %d: beyond the table it grows in proportion', (lgK) => {
    const xs = compositeRawEstimates[lgK - 4]!;
    const alpha = [0.673, 0.697, 0.709][lgK - 4] ?? 0.7213 / (1 + 1.079 / 2 ** lgK);
    const raw = 10 * xs[256]!;
    const kxq = (alpha * 4 ** lgK) / raw;
    expectClose(compositeEstimate(lgK, kxq, 0), 10 * 256 * compositeStrides[lgK - 4]!);
  });

  test('few values: linear counting of 2^12 registers', () => {
    // 4096 * (H(4096) - H(4086)); ten registers at 1.
    let expectedCount = 0;
    for (let i = 4087; i <= 4096; i++) expectedCount += 4096 / i;
    expectClose(compositeEstimate(12, 4086 + 5, 4086), expectedCount);
  });

  test('few values: linear counting of 2^4 registers, harmonic numbers summed', () => {
    expectClose(compositeEstimate(4, 14 + 1, 14), 16 * (1 / 15 + 1 / 16));
  });
});

test('a cubic is interpolated exactly, at both ends of the table too', () => {
  const cubic = (x: number) => 2 * x ** 3 - x ** 2 + 5 * x - 7;
  const xs = Float64Array.of(-3, -1, 0, 2, 5, 6, 10);
  for (const x of [-3, -2, -1, -0.5, 0, 1, 2, 3.7, 5.5, 6, 9, 10]) {
    expect(interpolateCubic(xs, (i) => cubic(xs[i]!), x)).toBeCloseTo(cubic(x), 9);
  }
});
