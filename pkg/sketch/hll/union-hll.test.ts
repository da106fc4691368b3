import fc from 'fast-check';
import { expected, goldenBytes, goldenHllUnions, imageBytes, refusal } from '../testing/fixtures.ts';
import { hllBounds } from './bounds.ts';
import { hllEstimate } from './estimate.ts';
import { HllBuilder } from './hll-builder.ts';
import type { HllSketch, HllType } from './hll-sketch.ts';
import { readHll } from './read-hll.ts';
import { unionHll } from './union-hll.ts';
import { writeHll } from './write-hll.ts';

function build(lgK: number, from: number, to: number, type: HllType = 'HLL_4'): HllSketch {
  const builder = new HllBuilder(lgK, type);
  for (let i = from; i < to; i++) builder.updateInteger(i);
  return builder.toSketch();
}

function expectClose(actual: number, value: number): void {
  expect(Math.abs(actual - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
}

test.each(goldenHllUnions)('$files: the union of whylogs', (golden) => {
  const [a, b] = ['a', 'b'].map((side) => readHll(goldenBytes(golden.files.replace('{a,b,union}', side))));
  const union = unionHll([a!, b!]);
  const { mode, lgK, outOfOrder } = golden;
  expect(union).toMatchObject({ mode, lgK, outOfOrder });
  expectClose(hllEstimate(union), golden.est);
  for (const deviations of [1, 2, 3] as const) {
    const { lower, upper } = hllBounds(union, deviations);
    expectClose(lower, golden[`lower_${deviations}`]);
    expectClose(upper, golden[`upper_${deviations}`]);
  }
  expect(readHll(writeHll(union))).toEqual(union);
});

test.each(expected.hllUnions)('many sketches, $mode of lgK $lgK in the end: the union of whylogs', (golden) => {
  const union = unionHll(golden.images.map((image) => readHll(imageBytes(image))));
  const { mode, lgK, outOfOrder } = golden;
  expect(union).toMatchObject({ mode, lgK, outOfOrder });
  expectClose(hllEstimate(union), golden.est);
  ([1, 2, 3] as const).forEach((deviations, i) => {
    const { lower, upper } = hllBounds(union, deviations);
    expectClose(lower, golden.bounds[i]![0]);
    expectClose(upper, golden.bounds[i]![1]);
  });
});

describe.each(Object.entries(expected.thirty))('thirty days of column %s', (_, days) => {
  const sketches = days.images.map((image) => readHll(imageBytes(image)));

  test.each(['leftToRight', 'rightToLeft'] as const)('%s, as whylogs merged the profiles', (order) => {
    const union = unionHll(order === 'leftToRight' ? sketches : sketches.toReversed());
    const { mode, outOfOrder, est, lower_1, upper_1 } = days[order];
    expect(union).toMatchObject({ mode, outOfOrder });
    expectClose(hllEstimate(union), est);
    const { lower, upper } = hllBounds(union, 1);
    expectClose(lower, lower_1);
    expectClose(upper, upper_1);
  });
});

describe('a union', () => {
  test('of nothing is refused', () => {
    expect(refusal(() => unionHll([]))).toEqual({
      code: 'argument',
      offset: null,
      message: 'HLL sketch: nothing to unite; give at least one sketch',
    });
  });

  test('of one sketch is that sketch', () => {
    for (const sketch of [build(12, 0, 0), build(12, 0, 5), build(12, 0, 9000)]) {
      expect(unionHll([sketch])).toEqual(sketch);
    }
    // Coupons of a SET lie in the order of the table, which is rebuilt.
    const set = build(12, 0, 200);
    expect(hllEstimate(unionHll([set]))).toBe(hllEstimate(set));
  });

  test('with empty sketches changes nothing but the type, which is the most precise', () => {
    const sketch = build(12, 0, 9000);
    const union = unionHll([build(12, 0, 0, 'HLL_6'), sketch, build(12, 0, 0)]);
    expect(union).toMatchObject({ type: 'HLL_6' });
    expect(hllEstimate(union)).toBe(hllEstimate(sketch));
  });

  test('of a full LIST, which only other writers leave', () => {
    const full = build(12, 0, 8);
    if (full.mode !== 'SET') throw new Error('eight coupons are a SET');
    const list: HllSketch = { ...full, mode: 'LIST' };
    expect(unionHll([list])).toMatchObject({ mode: 'SET', coupons: { length: 8 } });
  });

  test('of sketches with registers does not depend on their order, nor on how they are grouped', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 4, max: 8 }), fc.nat(5000), fc.constantFrom<HllType>('HLL_4', 'HLL_6', 'HLL_8')),
          {
            minLength: 2,
            maxLength: 5,
          }
        ),
        (plans) => {
          // Registers are taken from 25 values on at these sizes.
          const sketches = plans.map(([lgK, from, type]) => build(lgK, from, from + 600, type));
          const image = writeHll(unionHll(sketches));
          expect(writeHll(unionHll(sketches.toReversed()))).toEqual(image);
          const [first, ...rest] = sketches;
          expect(writeHll(unionHll([first!, unionHll(rest)]))).toEqual(image);
        }
      ),
      { seed: 20250, numRuns: 30 }
    );
  });

  test('estimates within three deviations of the truth', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20000), fc.nat(3000)), { minLength: 1, maxLength: 8 }), (ranges) => {
        const distinct = new Set<number>();
        const sketches = ranges.map(([from, count]) => {
          for (let i = from; i < from + count; i++) distinct.add(i);
          return build(12, from, from + count);
        });
        const union = unionHll(sketches);
        const { lower, upper } = hllBounds(union, 3);
        // Coupons that enter registers of a union out of order add a little to the error.
        expect(lower).toBeLessThanOrEqual(1.02 * distinct.size + 1e-6);
        expect(upper).toBeGreaterThanOrEqual(0.98 * distinct.size);
      }),
      { seed: 20250, numRuns: 15 }
    );
  });

  test('does not change its operands', () => {
    const sketches = [build(12, 0, 100), build(10, 0, 5000), build(12, 0, 5)];
    const copies = structuredClone(sketches);
    unionHll(sketches);
    expect(sketches).toEqual(copies);
  });
});
