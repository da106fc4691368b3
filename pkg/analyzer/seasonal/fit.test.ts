import type { SeasonalOrder } from '../../contract/index.ts';
import { at } from '../element.ts';
import { differenced } from './difference.ts';
import { fitSeasonal, maxStates } from './fit.ts';
import { minimise } from './minimise.ts';
import { parametersAt, vectorOf } from './parameter-vector.ts';
import { spreadOf } from './spread.ts';
import { startValues } from './start-values.ts';
import { stateSpaceModel } from './state-space-model.ts';
import { goldenFits, orderOf, preparedValues } from './testing/golden.ts';

/* The agreement with the reference is in golden.test.ts. */

const usual: SeasonalOrder = { p: 1, d: 0, q: 0, P: 2, D: 1, Q: 0, m: 7 };

function series(length: number, value: (i: number) => number): Float64Array {
  return Float64Array.from({ length }, (_, i) => value(i));
}

/** A week of arbitrary shape with noise, the same always. */
function weekly(i: number): number {
  return 100 + 30 * Math.sin((i % 7) ** 2) + 5 * Math.sin(i * i);
}

describe('a pattern that repeats exactly', () => {
  it.each<[string, (i: number) => number]>([
    ['a week', (i) => [5, 1, 4, 1, 5, 9, 2][i % 7] ?? NaN],
    ['a straight line', (i) => 3 * i - 40],
    ['a line of tenths', (i) => 0.1 * i],
    ['a week on a slope', (i) => 2 * i + (i % 7) ** 2],
    ['growth', (i) => 1.05 ** i],
    ['a parabola', (i) => i * i],
    ['a week far from 0', (i) => 1e9 + (i % 7)],
  ])('%s goes on, and its next value lies within three standard errors', (_, value) => {
    const values = series(90, value);
    const { sampleDeviation: unit } = spreadOf(values);
    const found = fitSeasonal(values, usual);
    if (found.kind === 'failure') throw new Error(found.reason);
    expect(Math.abs(found.forecast - value(90))).toBeLessThan(1e-7 * unit);
    expect(found.standardError).toBeLessThan(1e-7 * unit);
    // The least standard error is what rounding may make of an exact pattern.
    expect(found.standardError).toBeGreaterThanOrEqual(0.999e-9 * unit);
    expect(Math.abs(found.forecast - value(90))).toBeLessThan(3 * found.standardError);
  });

  it('of numbers whose squares are beyond the doubles goes on too', () => {
    const found = fitSeasonal(
      series(40, (i) => (i % 2 === 0 ? 1.7e308 : -1.7e308)),
      usual
    );
    expect(found).toMatchObject({ kind: 'fit', forecast: 1.7e308 });
  });

  it.each([42, 0, -0.1, 1e300, 5e-324])('%d for ever is expected again, without any error', (value) => {
    expect(fitSeasonal(new Float64Array(30).fill(value), usual)).toEqual({
      kind: 'fit',
      forecast: value,
      standardError: 0,
    });
  });

  it('a constant after gaps is no different', () => {
    expect(fitSeasonal(Float64Array.of(NaN, NaN, 7, 7), usual)).toEqual({ kind: 'fit', forecast: 7, standardError: 0 });
  });
});

describe('no fit', () => {
  const tooFew = 'values are too few for the model (1,0,0)(2,1,0)[7]: it needs 28';

  it.each<[string, Float64Array, SeasonalOrder, string]>([
    ['of one value fewer than terms and parameters', series(27, weekly), usual, `27 ${tooFew}`],
    [
      'of values that do not suffice beside the gaps',
      series(30, (i) => (i < 3 ? NaN : weekly(i))),
      usual,
      `27 ${tooFew}`,
    ],
    ['of nothing', new Float64Array(0), usual, `0 ${tooFew}`],
    ['of nothing but gaps', new Float64Array(40).fill(NaN), usual, `0 ${tooFew}`],
    [
      'of a short series and a long season',
      series(90, weekly),
      { ...usual, m: 168 },
      '90 values are too few for the model (1,0,0)(2,1,0)[168]: it needs 511',
    ],
    [
      'of shocks over more states than can be computed',
      series(300, weekly),
      { ...usual, q: 1, m: 43 },
      `the model (1,0,1)(2,1,0)[43] has 130 states where at most ${maxStates} can be computed`,
    ],
    [
      'of a gap at the start over more states than can be computed',
      series(300, (i) => (i === 0 ? NaN : weekly(i))),
      { ...usual, m: 43 },
      `the model (1,0,0)(2,1,0)[43] has 130 states where at most ${maxStates} can be computed`,
    ],
    [
      'of a line whose next value is beyond the doubles',
      series(40, (i) => (i + 1) * 4.49e306),
      usual,
      'the model (1,0,0)(2,1,0)[7] could not be fitted',
    ],
  ])('%s', (_, values, order, reason) => {
    expect(fitSeasonal(values, order)).toEqual({ kind: 'failure', reason });
  });

  it('is for as many values as are needed', () => {
    expect(fitSeasonal(series(28, weekly), usual).kind).toBe('fit');
    expect(
      fitSeasonal(
        series(31, (i) => (i < 3 ? NaN : weekly(i))),
        usual
      ).kind
    ).toBe('fit');
  });

  it('is for so many states at most', () => {
    expect(maxStates).toBe(128);
    // Without shocks and gaps the states are not computed: 130 of them do no harm.
    expect(fitSeasonal(series(300, weekly), { ...usual, m: 43 }).kind).toBe('fit');
  });
});

it('a period of 0 leaves the seasonal part out, whatever its counts say', () => {
  const values = series(60, weekly);
  const plain = fitSeasonal(values, { p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, m: 0 });
  expect(plain.kind).toBe('fit');
  expect(fitSeasonal(values, { ...usual, m: 0 })).toEqual(plain);
});

it('the filter finds what the conditional form finds', () => {
  const golden = goldenFits.find(({ name }) => name === 'weekly-ar-90');
  if (golden === undefined) throw new Error('no golden series weekly-ar-90');
  const order = orderOf(golden);
  const values = preparedValues(golden).map((value) => value / golden.standardised.unit);
  const model = stateSpaceModel(values, order);
  const vector = minimise(
    (x) => -model(parametersAt(x, order)).logLikelihood / values.length,
    vectorOf(startValues(differenced(values, order), order))
  );
  if (vector === null) throw new Error('no likelihood');
  const filtered = model(parametersAt(vector, order));
  const conditional = fitSeasonal(values, order);
  if (conditional.kind === 'failure') throw new Error(conditional.reason);
  expect(Math.abs(filtered.forecast - conditional.forecast)).toBeLessThan(1e-4 * conditional.standardError);
  expect(Math.abs(filtered.standardError / conditional.standardError - 1)).toBeLessThan(1e-4);
  expect(at(vector, vector.length - 1)).toBeCloseTo(
    2 * Math.log(conditional.standardError / spreadOf(values).sampleDeviation),
    4
  );
});
