import fc from 'fast-check';
import type { AnalyzerOutcome, SeasonalOrder } from '../../contract/index.ts';
import { fitSeasonal } from './fit.ts';
import { seasonal } from './seasonal.ts';
import { points, seasonalConfig } from './testing/config.ts';

/* What holds for every series. */

const order = seasonalConfig().order;
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
const usualNumber = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1000);
/** Values of many sizes, with gaps. */
const anySeries = fc.array(fc.option(fc.oneof(anyNumber, usualNumber, fc.constantFrom(0, 1)), { freq: 8 }), {
  minLength: 30,
  maxLength: 80,
});
const usualSeries = fc.array(usualNumber, { minLength: 30, maxLength: 70 });
const seed = fc.string();

function outcomeOf(values: readonly (number | null)[], target: number, given: object = {}, text = ''): AnalyzerOutcome {
  return seasonal(seasonalConfig(given), {
    target,
    targetMs: 1e10,
    baseline: points(values),
    priors: [],
    seed: text,
  });
}

it('no number of a result is infinite or none, whatever finite numbers went in', () => {
  fc.assert(
    fc.property(anySeries, anyNumber, fc.double({ min: 0, max: 10, noNaN: true }), (values, target, stddevFactor) => {
      const outcome = outcomeOf(values, target, { stddevFactor });
      if (outcome.kind !== 'result') {
        expect(values.every((value) => value === null)).toBe(true);
        return;
      }
      for (const value of Object.values(outcome.fields)) {
        expect(typeof value !== 'number' || Number.isFinite(value)).toBe(true);
      }
      expect(outcome.explanation).not.toContain('NaN');
    }),
    { numRuns: 60 }
  );
});

it('any order gives a forecast or a reason', () => {
  const small = fc.nat(2);
  const orders: fc.Arbitrary<SeasonalOrder> = fc.record({
    p: small,
    d: fc.nat(1),
    q: fc.nat(1),
    P: fc.nat(1),
    D: fc.nat(1),
    Q: fc.nat(1),
    m: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(usualSeries, orders, (values, given) => {
      const fit = fitSeasonal(Float64Array.from(values), given);
      if (fit.kind === 'failure') {
        expect(fit.reason).toMatch(/too few|could not be fitted/);
      } else {
        expect(Number.isFinite(fit.forecast)).toBe(true);
        expect(fit.standardError).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 15 }
  );
});

it('other units by a power of two change nothing, to the last bit', () => {
  fc.assert(
    fc.property(usualSeries, fc.integer({ min: -40, max: 40 }), (values, exponent) => {
      const scale = 2 ** exponent;
      const fit = fitSeasonal(Float64Array.from(values), order);
      const scaled = fitSeasonal(
        Float64Array.from(values, (value) => value * scale),
        order
      );
      expect(scaled).toEqual(
        fit.kind === 'failure'
          ? fit
          : { kind: 'fit', forecast: fit.forecast * scale, standardError: fit.standardError * scale }
      );
    })
  );
});

it('a constant never alerts on its own value', () => {
  const length = fc.integer({ min: 30, max: 60 });
  fc.assert(
    fc.property(anyNumber, length, fc.nat(20), anyNumber, (value, count, gaps, stddevFactor) => {
      const values = Array.from({ length: count }, (_, i) => (i < gaps ? null : value));
      const outcome = outcomeOf(values, value, { stddevFactor: Math.abs(stddevFactor) });
      expect(outcome).toMatchObject({ kind: 'result', anomalyCount: 0 });
    })
  );
});

it('a week that repeats exactly does not alert when it goes on', () => {
  fc.assert(
    fc.property(
      fc.array(usualNumber, { minLength: 7, maxLength: 7 }),
      fc.integer({ min: 30, max: 70 }),
      (week, count) => {
        const values = Array.from({ length: count + 1 }, (_, i) => week[i % 7] ?? NaN);
        expect(outcomeOf(values.slice(0, count), values[count] ?? NaN)).toMatchObject({
          kind: 'result',
          anomalyCount: 0,
        });
      }
    )
  );
});

it('a result is the same when it is asked for again', () => {
  fc.assert(
    fc.property(anySeries, anyNumber, seed, (values, target, text) => {
      expect(outcomeOf(values, target, {}, text)).toEqual(outcomeOf([...values], target, {}, text));
    }),
    { numRuns: 15 }
  );
});

it('a larger stddevFactor never narrows the interval', () => {
  const factor = fc.double({ min: 0, max: 3, noNaN: true });
  fc.assert(
    fc.property(usualSeries, factor, factor, (values, one, other) => {
      const width = (stddevFactor: number): number => {
        const outcome = outcomeOf(values, 0, { stddevFactor });
        if (outcome.kind !== 'result') throw new Error(JSON.stringify(outcome));
        const { threshold_calculatedLower: lower, threshold_calculatedUpper: upper } = outcome.fields;
        return (upper ?? NaN) - (lower ?? NaN);
      };
      expect(width(Math.max(one, other))).toBeGreaterThanOrEqual(width(Math.min(one, other)) - 1e-6);
    })
  );
});
