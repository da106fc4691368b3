import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { SeasonalOrder } from '../../../contract/index.ts';
import type { ModelParameters } from '../model-parameters.ts';

/** Bounds after narrowing and cap. */
export interface GoldenBounds {
  readonly forecast: number;
  readonly lower: number;
  readonly upper: number;
  readonly capped: boolean;
}

/** A fit by statsmodels. */
export interface GoldenFit {
  readonly params: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
  readonly forecast: number;
  readonly standardError: number;
}

/** One series of tests/data/sarima, as its README says. */
export interface GoldenSeries {
  readonly name: string;
  readonly note: string;
  readonly startMs: number;
  readonly stepMs: number;
  readonly values: readonly (number | null)[];
  readonly config: {
    readonly order: readonly [number, number, number];
    readonly seasonalOrder: readonly [number, number, number, number];
    readonly alpha: number;
    readonly stddevFactor: number;
    readonly events: readonly (readonly [number, number])[];
    readonly priors: Readonly<Record<string, { readonly lambdaKeep: number; readonly adjustedPrediction: number }>>;
  };
  readonly prepared?: {
    readonly points: number;
    readonly targetMs: number;
    readonly insideEvent: boolean;
    readonly sampleStddevOfFullSeries: number;
  };
  readonly reference?: GoldenFit & { readonly start: Readonly<Record<string, number>> };
  readonly standardised?: GoldenFit & { readonly unit: number; readonly burnedPoints: number };
  readonly result: { readonly outcome: 'forecast' | 'fallback' | 'too few rows' } & Partial<GoldenBounds>;
  readonly resultFromStandardised?: GoldenBounds;
  readonly olderRule?: GoldenBounds & { readonly sampleStddevOfLast30OutsideEvents: number };
  readonly actuals?: readonly { readonly actual: number; readonly alert: boolean }[];
  readonly staticBounds?: readonly {
    readonly maxUpperThreshold?: number;
    readonly minLowerThreshold?: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

const files = unzipSync(readFileSync(join(__dirname, '../../../../tests/data/sarima/golden-sarima.zip')));

// The caller says what the JSON holds: it was written for these tests.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function parse<T>(name: string): T {
  return JSON.parse(new TextDecoder().decode(files[name])) as T;
}

/** Whether the reference's own fit and the standardised one agree, by name. */
const wellPosed = new Map(
  parse<{ series: { name: string; wellPosed?: boolean }[] }>('index.json').series.map(
    ({ name, wellPosed = false }) => [name, wellPosed] as const
  )
);

export const goldenSeries = [...wellPosed.keys()].map((name) => parse<GoldenSeries>(`${name}.json`));

/** Those that have `standardised`: what a fit has to find. */
export const goldenFits = goldenSeries.flatMap((series) =>
  series.standardised === undefined ? [] : [{ ...series, standardised: series.standardised }]
);

export function isWellPosed({ name }: { readonly name: string }): boolean {
  return wellPosed.get(name) === true;
}

export function orderOf({ config }: GoldenSeries): SeasonalOrder {
  const [p, d, q] = config.order;
  const [P, D, Q, m] = config.seasonalOrder;
  return { p, d, q, P, D, Q, m };
}

/** The series as the fit gets it: earlier replacements put in, carried forward, events left out. NaN is missing. */
export function preparedValues({ values, startMs, stepMs, config, prepared }: GoldenSeries): Float64Array {
  const points: number[] = [];
  let last = NaN;
  values.forEach((value, i) => {
    const timeMs = startMs + i * stepMs;
    const prior = config.priors[timeMs];
    const replaced =
      value === null || prior === undefined
        ? value
        : prior.lambdaKeep * value + (1 - prior.lambdaKeep) * prior.adjustedPrediction;
    last = replaced ?? last;
    const inEvent = config.events.some(([start, end]) => start <= timeMs && timeMs < end);
    if (prepared?.insideEvent === true || !inEvent) points.push(last);
  });
  return Float64Array.from(points);
}

/** Parameters by statsmodels' names. */
export function parametersOf(params: Readonly<Record<string, number>>): ModelParameters {
  const named = (start: string): Float64Array =>
    Float64Array.from(
      Object.entries(params).filter(([name]) => name.startsWith(start)),
      ([, value]) => value
    );
  return {
    intercept: params['intercept'] ?? NaN,
    ar: named('ar.L'),
    ma: named('ma.L'),
    seasonalAr: named('ar.S.'),
    seasonalMa: named('ma.S.'),
    variance: params['sigma2'] ?? NaN,
  };
}
