import type { SeasonalOrder } from '../../contract/index.ts';
import { conditionalModel, leastVariance } from './conditional-model.ts';

function order(p: number, P: number, m: number): SeasonalOrder {
  return { p, d: 0, q: 0, P, D: 0, Q: 0, m };
}

describe('the conditional likelihood by hand', () => {
  it.each<{ name: string; w: number[]; order: SeasonalOrder; at: number[]; terms: number; sum: number; next: number }>([
    // Shocks 2 - 1, 3 - 2, 5 - 3.
    { name: 'a random walk', w: [1, 2, 3, 5], order: order(1, 0, 0), at: [0, 1], terms: 3, sum: 6, next: 5 },
    // Without lags the first value is left out all the same. Shocks 1 - 2, 3 - 2.
    { name: 'a constant', w: [10, 1, 3], order: order(0, 0, 0), at: [2], terms: 2, sum: 2, next: 2 },
    // Shocks 4 - 1 - 2/2, 7 - 1 - 4/2.
    { name: 'an intercept', w: [2, 4, 7], order: order(1, 0, 0), at: [1, 0.5], terms: 2, sum: 20, next: 4.5 },
    // Lags 1, 2 and 3 with 0.5, 2 and -1: shocks 9 - 2 - 4 + 1, 20 - 4.5 - 8 + 2 and next 10 + 18 - 4.
    {
      name: 'a season of 2',
      w: [1, 2, 4, 9, 20],
      order: order(1, 1, 2),
      at: [0, 0.5, 2],
      terms: 2,
      sum: 16 + 90.25,
      next: 24,
    },
    // Lag 1 with 0.5 + 0.25, lag 2 with -0.125: shock 4 - 1.5 + 0.125, next 3 - 0.25.
    {
      name: 'a season of 1',
      w: [1, 2, 4],
      order: order(1, 1, 1),
      at: [0, 0.5, 0.25],
      terms: 1,
      sum: 6.890625,
      next: 2.75,
    },
  ])('of $name', ({ w, order: given, at, terms, sum, next }) => {
    const model = conditionalModel(Float64Array.from(w), given);
    const coefficients = Float64Array.from(at);
    expect(model.terms).toBe(terms);
    expect(model.objective(coefficients)).toBeCloseTo(Math.log(sum / terms) / 2, 14);
    const found = model.value(coefficients);
    expect(found.variance).toBeCloseTo(sum / terms, 14);
    expect(found.next).toBe(next);
    expect(found.logLikelihood).toBeCloseTo((-terms / 2) * (Math.log((2 * Math.PI * sum) / terms) + 1), 13);
  });

  it('of a series that repeats exactly is finite', () => {
    const model = conditionalModel(Float64Array.of(1, 1, 1), order(0, 0, 0));
    expect(leastVariance).toBe(1e-18);
    expect(model.objective(Float64Array.of(1))).toBeCloseTo(-9 * Math.LN10, 12);
    expect(model.value(Float64Array.of(1)).variance).toBe(1e-18);
  });

  it('does not remember what it was asked before', () => {
    const model = conditionalModel(Float64Array.of(1, 2, 3, 5), order(1, 0, 0));
    const before = model.objective(Float64Array.of(0, 1));
    model.objective(Float64Array.of(7, 3));
    expect(model.objective(Float64Array.of(0, 1))).toBe(before);
  });
});
