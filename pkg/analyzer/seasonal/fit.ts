import type { SeasonalOrder } from '../../contract/index.ts';
import { conditionalModel } from './conditional-model.ts';
import { differenced, undifferenced } from './difference.ts';
import { minimise } from './minimise.ts';
import { orderText, seasonalPartOf, sizesOf } from './order.ts';
import { parametersAt, vectorOf } from './parameter-vector.ts';
import { spreadOf } from './spread.ts';
import { startValues } from './start-values.ts';
import { stateSpaceModel } from './state-space-model.ts';

/**
 * Most states of a model that needs the filter (moving-average terms, or missing values at the start). A step of the
 * filter costs about the square of their number and a fit some hundred filters: 127 states over 400 values took 3 s. This
 * is room for a period of a day of hours with the default order (73), not for one of a week of hours (505). Without
 * moving-average terms and missing values there is no such limit.
 */
export const maxStates = 128;

/** A forecast of the next value, in units of the series; or why there is none, as the end of a sentence. */
export type SeasonalFit =
  | { readonly kind: 'fit'; readonly forecast: number; readonly standardError: number }
  | { readonly kind: 'failure'; readonly reason: string };

/**
 * Fits the seasonal model by maximum likelihood and forecasts one step (spec/sarima.md). The series is divided by its
 * sample standard deviation first, so a result does not depend on the unit. A series of one value forecasts that value
 * with a standard error of 0.
 *
 * @param values one a step, in time order; NaN is missing
 */
export function fitSeasonal(values: Float64Array, written: SeasonalOrder): SeasonalFit {
  const order = seasonalPartOf(written);
  const { states, parameters } = sizesOf(order);
  const { count, max, sampleDeviation: unit } = spreadOf(values);
  if (count > 0 && unit === 0) {
    return { kind: 'fit', forecast: max, standardError: 0 };
  }
  if (count - states < parameters + 1) {
    return failure(
      `${count} values are too few for the model ${orderText(order)}: it needs ${states + parameters + 1}`
    );
  }
  const standardised = values.map((value) => value / unit);
  const conditional = order.q === 0 && order.Q === 0 && count === values.length;
  if (!conditional && states > maxStates) {
    return failure(`the model ${orderText(order)} has ${states} states where at most ${maxStates} can be computed`);
  }
  const found = conditional ? byConditional(standardised, order) : byStateSpace(standardised, order);
  const forecast = (found?.forecast ?? NaN) * unit;
  const standardError = (found?.standardError ?? NaN) * unit;
  return Number.isFinite(forecast) && Number.isFinite(standardError)
    ? { kind: 'fit', forecast, standardError }
    : failure(`the model ${orderText(order)} could not be fitted`);
}

interface Forecast {
  readonly forecast: number;
  readonly standardError: number;
}

function byConditional(values: Float64Array, order: SeasonalOrder): Forecast | null {
  const w = differenced(values, order);
  const model = conditionalModel(w, order);
  const { intercept, ar, seasonalAr } = startValues(w, order);
  const coefficients = minimise(model.objective, Float64Array.of(intercept, ...ar, ...seasonalAr));
  if (coefficients === null) {
    return null;
  }
  const { next, variance } = model.value(coefficients);
  return { forecast: undifferenced(next, values, order), standardError: Math.sqrt(variance) };
}

function byStateSpace(values: Float64Array, order: SeasonalOrder): Forecast | null {
  const model = stateSpaceModel(values, order);
  const known = differenced(values, order).filter((difference) => !Number.isNaN(difference));
  const vector = minimise(
    (x) => -model(parametersAt(x, order)).logLikelihood / values.length,
    vectorOf(startValues(known, order))
  );
  return vector === null ? null : model(parametersAt(vector, order));
}

function failure(reason: string): SeasonalFit {
  return { kind: 'failure', reason };
}
