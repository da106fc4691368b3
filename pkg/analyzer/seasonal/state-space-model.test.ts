import fc from 'fast-check';
import type { SeasonalOrder } from '../../contract/index.ts';
import { conditionalModel } from './conditional-model.ts';
import { differenced, undifferenced } from './difference.ts';
import type { ModelParameters } from './model-parameters.ts';
import { sizesOf } from './order.ts';
import { stateSpaceModel } from './state-space-model.ts';

const none = new Float64Array(0);

function order(p: number, d: number, q: number): SeasonalOrder {
  return { p, d, q, P: 0, D: 0, Q: 0, m: 0 };
}

function parameters(given: Partial<ModelParameters>): ModelParameters {
  return { intercept: 0, ar: none, ma: none, seasonalAr: none, seasonalMa: none, variance: 1, ...given };
}

/** A term of the log-likelihood. */
function term(surprise: number, variance: number): number {
  return -0.5 * (Math.log(2 * Math.PI * variance) + surprise ** 2 / variance);
}

describe('the filter by hand', () => {
  it('of a constant', () => {
    const filter = stateSpaceModel(Float64Array.of(9, 1, 3), order(0, 0, 0));
    const found = filter(parameters({ intercept: 2, variance: 4 }));
    expect(found.logLikelihood).toBeCloseTo(2 * term(1, 4), 12);
    expect(found.forecast).toBe(2);
    expect(found.standardError).toBe(2);
  });

  it('of a lag over a gap', () => {
    const filter = stateSpaceModel(Float64Array.of(1, 2, NaN, 3), order(1, 0, 0));
    const found = filter(parameters({ ar: Float64Array.of(0.5) }));
    // After 2 comes 1, then 0.5 with the variance 1 + 0.25.
    expect(found.logLikelihood).toBeCloseTo(term(1.5, 1) + term(2.5, 1.25), 12);
    expect(found.forecast).toBeCloseTo(1.5, 12);
    expect(found.standardError).toBeCloseTo(1, 12);
  });

  it('of a lag before the newest values are missing', () => {
    const filter = stateSpaceModel(Float64Array.of(1, 2, NaN, NaN), order(1, 0, 0));
    const found = filter(parameters({ ar: Float64Array.of(0.5), intercept: 1 }));
    // 1 + 2/2 = 2, and so on; variances 1, 1.25, 1.3125.
    expect(found.forecast).toBeCloseTo(2, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(1.3125), 12);
  });

  it('of a shock that lasts', () => {
    // y1 = e1 + 0.5 e0: the start's variance 1e6 of each state makes the first value all but one of e0.
    const filter = stateSpaceModel(Float64Array.of(0, 0, 2), order(0, 0, 1));
    const found = filter(parameters({ ma: Float64Array.of(0.5) }));
    // States (y, 0.5 e). From P = diag(1e6): F 1e6, nothing learnt of the second. Then P = [1e6 + 1, .5; .5, .25].
    const first = 1e6 + 1;
    const second = 0.25 - 0.25 / first + 1;
    expect(found.logLikelihood).toBeCloseTo(term(2, second), 9);
    // Gain of the second state: 0.5 of F = second.
    expect(found.forecast).toBeCloseTo((0.5 * 2) / second, 9);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.25 - 0.25 / second + 1), 9);
  });

  it('of values that are missing at the start counts the terms left out all the same', () => {
    const filter = stateSpaceModel(Float64Array.of(NaN, 4, 3), order(1, 0, 0));
    const found = filter(parameters({ ar: Float64Array.of(0.5) }));
    // Before the first value half of the start's deviation is left; after it the state is known.
    expect(found.logLikelihood).toBeCloseTo(term(4, 1e6 / 4 + 1) + term(1, 1), 9);
    expect(found.forecast).toBeCloseTo(1.5, 12);
  });

  it.each([
    ['no variance', { variance: 0 }],
    ['a variance that is no number', { variance: NaN }],
    ['an infinite variance', { variance: Infinity }],
    ['an intercept that is no number', { intercept: NaN }],
  ])('has no likelihood for %s', (_, given) => {
    const found = stateSpaceModel(
      Float64Array.of(1, 2, 4),
      order(1, 0, 0)
    )(parameters({ ar: Float64Array.of(0.5), ...given }));
    expect(Number.isFinite(found.logLikelihood)).toBe(false);
  });
});

describe('the filter and the conditional form', () => {
  const orders = [
    { p: 1, d: 0, q: 0, P: 2, D: 1, Q: 0, m: 7 },
    { p: 0, d: 1, q: 0, P: 0, D: 1, Q: 0, m: 7 },
    { p: 1, d: 1, q: 0, P: 1, D: 1, Q: 0, m: 4 },
    { p: 2, d: 1, q: 0, P: 0, D: 0, Q: 0, m: 0 },
    { p: 1, d: 2, q: 0, P: 0, D: 1, Q: 0, m: 3 },
    { p: 1, d: 0, q: 0, P: 1, D: 2, Q: 0, m: 3 },
    { p: 0, d: 0, q: 0, P: 0, D: 0, Q: 0, m: 0 },
  ];

  it.each(orders)('agree for %j', (given) => {
    const coefficient = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    const values = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 40, maxLength: 60 });
    fc.assert(
      fc.property(values, coefficient, fc.array(coefficient, { minLength: 4, maxLength: 4 }), (y, intercept, c) => {
        const all = Float64Array.from(y);
        const ar = Float64Array.from(c.slice(0, given.p));
        const seasonalAr = Float64Array.from(c.slice(2, 2 + given.P));
        const w = differenced(all, given);
        const model = conditionalModel(w, given);
        const found = model.value(Float64Array.of(intercept, ...ar, ...seasonalAr));
        const filtered = stateSpaceModel(
          all,
          given
        )({
          intercept,
          ar,
          ma: none,
          seasonalAr,
          seasonalMa: none,
          variance: found.variance,
        });
        fc.pre(found.variance > 0.01);
        expect(model.terms).toBe(all.length - sizesOf(given).states);
        expect(Math.abs(filtered.logLikelihood - found.logLikelihood)).toBeLessThan(1e-3);
        expect(Math.abs(filtered.forecast - undifferenced(found.next, all, given))).toBeLessThan(1e-4);
        expect(Math.abs(filtered.standardError / Math.sqrt(found.variance) - 1)).toBeLessThan(1e-4);
      }),
      { numRuns: 30 }
    );
  });
});

it('a gap after the gain has settled counts as one before', () => {
  // Of a lag the conditional terms are known; after a gap the variance is 1 + φ².
  const phi = 0.5;
  const values = Float64Array.from({ length: 40 }, (_, i) => Math.sin(i * i));
  values[20] = NaN;
  const filter = stateSpaceModel(values, order(1, 0, 0));
  let expected = 0;
  for (let t = 1; t < 40; t += 1) {
    if (t === 20) continue;
    const [value = NaN, before = NaN, earlier = NaN] = [values[t], values[t - 1], values[t - 2]];
    expected += t === 21 ? term(value - phi * phi * earlier, 1 + phi * phi) : term(value - phi * before, 1);
  }
  expect(filter(parameters({ ar: Float64Array.of(phi) })).logLikelihood).toBeCloseTo(expected, 9);
});
