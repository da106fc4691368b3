import fc from 'fast-check';
import { sharesOf } from '../model/columns.ts';
import { largestShift } from './largest-shift.ts';

const of = (...values: number[]) => Float64Array.of(...values);

describe('the largest shift', () => {
  it.each([
    ['of one bin', of(1), of(1), null],
    ['of nothing', of(), of(), null],
    ['of the same', of(0.5, 0.5), of(0.5, 0.5), null],
    ['a tail that grows', of(0.5, 0.25, 0.25), of(0.75, 0.25, 0), { from: 2, to: 3, target: 0.25, baseline: 0 }],
    ['a bump inside', of(0.25, 0.5, 0.25), of(0.5, 0.125, 0.375), { from: 1, to: 2, target: 0.5, baseline: 0.125 }],
    [
      'a fall in the middle, by more than either side gained',
      of(0.5, 0, 0.5),
      of(0.25, 0.5, 0.25),
      { from: 1, to: 2, target: 0, baseline: 0.5 },
    ],
  ])('%s', (_, target, baseline, shift) => {
    expect(largestShift(target, baseline)).toEqual(shift);
  });

  const pair = fc.integer({ min: 1, max: 40 }).chain((size) => {
    const side = fc
      .array(fc.nat(1000), { minLength: size, maxLength: size })
      .filter((counts) => counts.some((count) => count > 0))
      .map((counts) => sharesOf(Float64Array.from(counts)));
    return fc.tuple(side, side);
  });

  it('is nothing between a side and itself', () => {
    fc.assert(fc.property(pair, ([side]) => largestShift(side, side) === null));
  });

  it('is as large, the other way round, when the sides are exchanged', () => {
    fc.assert(
      fc.property(pair, ([target, baseline]) => {
        const size = (shift: ReturnType<typeof largestShift>) => (shift ? Math.abs(shift.target - shift.baseline) : 0);
        expect(size(largestShift(baseline, target))).toBeCloseTo(size(largestShift(target, baseline)), 9);
      })
    );
  });

  it('is not exceeded by any run of bins', () => {
    fc.assert(
      fc.property(pair, fc.nat(40), fc.nat(40), ([target, baseline], a, b) => {
        const change = (from: number, to: number) =>
          target.slice(from, to).reduce((x, y) => x + y, 0) - baseline.slice(from, to).reduce((x, y) => x + y, 0);
        const shift = largestShift(target, baseline);
        const largest = shift === null ? 0 : Math.abs(shift.target - shift.baseline);
        expect(Math.abs(change(Math.min(a, b), Math.max(a, b)))).toBeLessThanOrEqual(largest + 1e-9);
      })
    );
  });
});
