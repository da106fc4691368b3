import { normalQuantile } from '../statistics/normal-quantile.ts';
import { clampBounds } from '../static-bounds.ts';
import { baselineValues } from './baseline-values.ts';
import { boundsAround } from './bounds.ts';
import { type Spread, spreadOf } from './spread.ts';
import { pastOf } from './testing/config.ts';
import { type GoldenBounds, type GoldenFit, type GoldenSeries, goldenSeries } from './testing/golden.ts';

/** From 0 to 100 with a deviation of 20. */
const series: Spread = { count: 90, min: 0, max: 100, sampleDeviation: 20, populationDeviation: 19 };

describe('bounds', () => {
  it.each<[string, number, number, number, object]>([
    ['are the interval where that is narrow', 50, 4, 1, { forecast: 50, lower: 42, upper: 58 }],
    ['are no wider than so many deviations', 50, 40, 0.5, { forecast: 50, lower: 40, upper: 60 }],
    ['may touch what was seen and a reach beyond', 100, 10, 1, { forecast: 100, lower: 80, upper: 120 }],
    ['are cut above that, and the forecast moves', 110, 10, 1, { forecast: 105, lower: 90, upper: 120 }],
    ['may touch the other side', 0, 10, 1, { forecast: 0, lower: -20, upper: 20 }],
    ['are cut below it', -10, 10, 1, { forecast: -5, lower: -20, upper: 10 }],
    ['cross where the forecast lies beyond all of it', 150, 10, 1, { forecast: 125, lower: 130, upper: 120 }],
    ['cross on the other side', -60, 10, 1, { forecast: -30, lower: -20, upper: -40 }],
    ['are the forecast where nothing varies', 50, 0, 1, { forecast: 50, lower: 50, upper: 50 }],
  ])('%s', (_, forecast, standardError, stddevFactor, expected) => {
    expect(boundsAround({ forecast, standardError }, 2, series, stddevFactor)).toEqual(expected);
  });
});

it('without a cut the forecast stays to the last digit', () => {
  const wide = { ...series, min: -1e20, max: 1e20, sampleDeviation: 1e20 };
  expect(boundsAround({ forecast: 0.1, standardError: 1e17 }, 2, wide, 1).forecast).toBe(0.1);
});

/** Steps 6 to 8 of some fit of a golden series. */
function boundsOf(golden: GoldenSeries, fit: GoldenFit): { forecast: number; lower: number; upper: number } {
  const { baseline, priors } = pastOf(golden);
  const full = spreadOf(baselineValues(baseline, priors));
  expect(full.sampleDeviation / (golden.prepared?.sampleStddevOfFullSeries ?? NaN)).toBeCloseTo(1, 12);
  return boundsAround(fit, normalQuantile(1 - golden.config.alpha / 2), full, golden.config.stddevFactor);
}

function close(found: { forecast: number; lower: number; upper: number }, expected: GoldenBounds): void {
  for (const name of ['forecast', 'lower', 'upper'] as const) {
    expect(Math.abs(found[name] - expected[name])).toBeLessThan(1e-9 * Math.abs(expected[name]));
  }
}

describe('the bounds of the golden series', () => {
  const fitted = goldenSeries.flatMap((golden) => {
    const { name, standardised, reference, resultFromStandardised } = golden;
    return standardised === undefined || reference === undefined || resultFromStandardised === undefined
      ? []
      : [[name, { golden, standardised, reference, resultFromStandardised }] as const];
  });

  it.each(fitted)('%s: from the standardised fit', (_, { golden, standardised, resultFromStandardised }) => {
    close(boundsOf(golden, standardised), resultFromStandardised);
  });

  it.each(fitted)("%s: from the original's fit", (_, { golden, reference }) => {
    const { forecast = NaN, lower = NaN, upper = NaN, capped = false } = golden.result;
    close(boundsOf(golden, reference), { forecast, lower, upper, capped });
  });

  it.each(
    goldenSeries
      .filter(({ staticBounds }) => staticBounds !== undefined)
      .map((golden) => [golden.name, golden] as const)
  )('%s: within static bounds', (_, { result, staticBounds = [] }) => {
    expect(staticBounds).toHaveLength(3);
    for (const { maxUpperThreshold = null, minLowerThreshold = null, lower, upper } of staticBounds) {
      const computed = { lower: result.lower ?? NaN, upper: result.upper ?? NaN };
      expect(clampBounds(computed, { maxUpperThreshold, minLowerThreshold }, 'or')).toEqual({ lower, upper });
    }
  });

  it('an older rule narrowed by the newest 30 points outside events: not followed, but its figures are understood', () => {
    const older = fitted.filter(([, { golden }]) => golden.olderRule !== undefined);
    expect(older.map(([name]) => name)).toEqual(['event-inside', 'event-past', 'golden-61']);
    for (const [, { golden, reference }] of older) {
      const { olderRule } = golden;
      if (olderRule === undefined) continue;
      const spread = {
        ...spreadOf(baselineValues(pastOf(golden).baseline, [])),
        sampleDeviation: olderRule.sampleStddevOfLast30OutsideEvents,
      };
      const found = boundsAround(reference, normalQuantile(0.975), spread, golden.config.stddevFactor);
      close(found, olderRule);
      expect(found.upper).not.toBe(golden.result.upper);
    }
  });
});
