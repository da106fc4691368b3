import { at } from '../element.ts';
import { conditionalModel } from './conditional-model.ts';
import { differenced, undifferenced } from './difference.ts';
import { fitSeasonal } from './fit.ts';
import type { ModelParameters } from './model-parameters.ts';
import { sizesOf } from './order.ts';
import { startValues } from './start-values.ts';
import { spreadOf } from './spread.ts';
import { stateSpaceModel } from './state-space-model.ts';
import { goldenFits, goldenSeries, isWellPosed, orderOf, parametersOf, preparedValues } from './testing/golden.ts';

/*
 * The golden series (tests/data/README.md): the model as statsmodels computes and searches it. Tolerances:
 * spec/sarima.md 5 and issue 5.
 */

type Fit = (typeof goldenFits)[number];

function standardisedValues(series: Fit): Float64Array {
  return preparedValues(series).map((value) => value / series.standardised.unit);
}

const cases = goldenFits.map((series) => [series.name, series] as const);
const conditional = cases.filter(
  ([, series]) => orderOf(series).q === 0 && orderOf(series).Q === 0 && !preparedValues(series).some(Number.isNaN)
);

it('are all there', () => {
  expect(goldenSeries).toHaveLength(33);
  expect(cases).toHaveLength(29);
  expect(conditional).toHaveLength(27);
  expect(goldenFits.filter(isWellPosed)).toHaveLength(24);
});

describe('what the series are prepared to', () => {
  it.each(cases)('%s: as many points, the same unit, as many terms left out', (_, series) => {
    const values = preparedValues(series);
    expect(values).toHaveLength(series.prepared?.points ?? NaN);
    expect(spreadOf(values).sampleDeviation / series.standardised.unit).toBeCloseTo(1, 12);
    expect(sizesOf(orderOf(series)).states).toBe(series.standardised.burnedPoints);
  });
});

describe("the conditional likelihood at the reference's parameters", () => {
  it.each(conditional)('%s', (_, series) => {
    const { standardised } = series;
    const order = orderOf(series);
    const values = standardisedValues(series);
    const { intercept, ar, seasonalAr } = parametersOf(standardised.params);
    const model = conditionalModel(differenced(values, order), order);
    const found = model.value(Float64Array.of(intercept, ...ar, ...seasonalAr));
    expect(model.terms).toBe(values.length - standardised.burnedPoints);
    // The reference's variance is a parameter, ours the best for the coefficients: the likelihood at either.
    const { variance } = parametersOf(standardised.params);
    const atVariance = (-model.terms / 2) * (Math.log(2 * Math.PI * variance) + found.variance / variance);
    expect(Math.abs(atVariance - standardised.logLikelihood)).toBeLessThan(2e-8);
    expect(found.logLikelihood).toBeGreaterThanOrEqual(atVariance);
    expect(found.logLikelihood).toBeLessThan(atVariance + 2e-7);
    const forecast = undifferenced(found.next, values, order) * standardised.unit;
    expect(Math.abs(forecast - standardised.forecast)).toBeLessThan(1e-8 * standardised.standardError);
  });
});

describe("the filter at the reference's parameters", () => {
  it.each(cases)('%s', (_, series) => {
    const { standardised } = series;
    const found = stateSpaceModel(standardisedValues(series), orderOf(series))(parametersOf(standardised.params));
    expect(Math.abs(found.logLikelihood - standardised.logLikelihood)).toBeLessThan(2e-8);
    const { forecast, standardError, unit } = standardised;
    expect(Math.abs(found.forecast * unit - forecast)).toBeLessThan(1e-8 * standardError);
    expect(Math.abs(found.standardError * unit - standardError)).toBeLessThan(1e-8 * standardError);
  });
});

/** Start values as statsmodels' parameters, in units of the data. */
function startInUnits(series: Fit): ModelParameters {
  const values = differenced(preparedValues(series), orderOf(series)).filter((value) => !Number.isNaN(value));
  return startValues(values, orderOf(series));
}

describe("the start is the reference's", () => {
  it.each(cases)('%s', (_, series) => {
    const found = startInUnits(series);
    const expected = parametersOf(series.reference?.start ?? {});
    for (const part of ['ar', 'ma', 'seasonalAr', 'seasonalMa'] as const) {
      expect(found[part]).toHaveLength(expected[part].length);
      found[part].forEach((coefficient, i) => {
        expect(Math.abs(coefficient - at(expected[part], i))).toBeLessThan(1e-9);
      });
    }
    expect(Math.abs(found.intercept - expected.intercept)).toBeLessThanOrEqual(1e-9 * Math.abs(expected.intercept));
    expect(Math.abs(found.variance / expected.variance - 1)).toBeLessThan(1e-9);
  });
});

describe('the fit', () => {
  it.each(cases)('%s: forecast within 0.002 standard errors, standard error within 0.1 %', (_, series) => {
    const found = fitSeasonal(preparedValues(series), orderOf(series));
    if (found.kind === 'failure') throw new Error(found.reason);
    const { forecast, standardError } = series.standardised;
    expect(Math.abs(found.forecast - forecast)).toBeLessThan(0.002 * standardError);
    expect(Math.abs(found.standardError / standardError - 1)).toBeLessThan(0.001);
  });

  it.each(
    goldenSeries.filter(({ name }) => name.startsWith('constant')).map((series) => [series.name, series] as const)
  )('%s: the value itself, where the reference misses it by 4e-6 and turns the bounds upside down', (_, series) => {
    const values = preparedValues(series);
    expect(fitSeasonal(values, orderOf(series))).toEqual({ kind: 'fit', forecast: values[0], standardError: 0 });
  });
});
