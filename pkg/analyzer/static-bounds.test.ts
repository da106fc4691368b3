import { checkStaticBounds, clampBounds, type StaticBounds } from './static-bounds.ts';

const computed = { lower: 10, upper: 20 };

function fixed(minLowerThreshold: number | null, maxUpperThreshold: number | null): StaticBounds {
  return { minLowerThreshold, maxUpperThreshold };
}

describe('static bounds beside computed ones', () => {
  it.each<['or' | 'and', number | null, number | null, number, number]>([
    ['or', null, null, 10, 20],
    ['or', null, 15, 10, 15],
    ['or', null, 25, 10, 20],
    ['or', 12, null, 12, 20],
    ['or', 5, null, 10, 20],
    ['or', 12, 15, 12, 15],
    // Beyond the computed ones: both bounds go there.
    ['or', null, 5, 5, 5],
    ['or', 25, null, 25, 25],
    ['and', null, null, -Infinity, Infinity],
    ['and', null, 15, -Infinity, 20],
    ['and', null, 25, -Infinity, 25],
    ['and', 12, null, 10, Infinity],
    ['and', 5, null, 5, Infinity],
    ['and', 5, 25, 5, 25],
    ['and', 12, 15, 10, 20],
    ['and', 25, 30, 10, 30],
    ['and', 2, 5, 2, 20],
  ])('%s: minLower %p, maxUpper %p give %d to %d', (limitType, min, max, lower, upper) => {
    expect(clampBounds(computed, fixed(min, max), limitType)).toEqual({ lower, upper });
  });

  it.each(['or', 'and'] as const)('%s: leave NaN as it is', (limitType) => {
    const unknown = { lower: NaN, upper: NaN };
    expect(clampBounds(unknown, fixed(1, 2), limitType)).toEqual(unknown);
  });

  it.each([
    [null, null],
    [1, null],
    [null, 1],
    [null, -1],
    [1, 1],
    [1, 2],
  ])('%p and %p do not exclude each other', (min, max) => {
    expect(checkStaticBounds('stddev', fixed(min, max))).toBeNull();
  });

  it('that exclude each other are a failure', () => {
    expect(checkStaticBounds('stddev', fixed(2.5, 1))).toEqual({
      kind: 'failure',
      failureType: 'MinThresholdExceedsMaxThreshold',
      explanation:
        'stddev has minLowerThreshold 2.5 above maxUpperThreshold 1; give a minLowerThreshold that is not above it',
    });
  });
});
