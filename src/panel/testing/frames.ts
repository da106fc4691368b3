import { createDataFrame, type DataFrame, type DataFrameType, FieldType } from '@grafana/data';
import {
  categoriesFrame,
  contributionsFrame,
  histogramFrame,
  type ProfileFrameMeta,
  type ProfileSide,
} from '../../../pkg/contract/index.ts';

/** Counts of values over bins or categories, from which the frames of a profile query are made. */
export interface Side {
  readonly counts: readonly number[];
  readonly facts?: Partial<ProfileSide>;
}

export interface ProfileParts {
  readonly column?: string;
  readonly meta?: Partial<ProfileFrameMeta>;
  readonly notices?: readonly { readonly severity: 'info' | 'warning' | 'error'; readonly text: string }[];
  readonly target: Side | null;
  readonly baseline: Side | null;
}

const day = 24 * 3600 * 1000;
const now = Date.UTC(2013, 2, 9);

function total(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}

function shares(counts: readonly number[]): number[] {
  const all = total(counts);
  return counts.map((count) => (all === 0 ? 0 : count / all));
}

/** The facts of a side whose values lie in the middles of bins. */
function sideFacts({ counts, facts }: Side, middles: readonly number[] | null, batches: number): ProfileSide {
  const n = total(counts);
  const filled = (middles ?? []).filter((_, i) => (counts[i] ?? 0) > 0);
  const rank = (wanted: number) => {
    let below = 0;
    const idx = counts.findIndex((count) => (below += count) >= wanted * n);
    return middles?.[idx];
  };
  return {
    count: n,
    count_null: 0,
    count_nan: 0,
    count_inf: 0,
    n,
    min: filled[0] ?? null,
    max: filled.at(-1) ?? null,
    mean: null,
    stddev: null,
    unique_est: null,
    quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((at) => {
      const value = n === 0 ? undefined : rank(at);
      return value === undefined ? [] : [{ rank: at, value }];
    }),
    rankError: 0.013,
    batches,
    buckets: batches,
    startMs: now - batches * day,
    endMs: now,
    ...facts,
  };
}

/** Each cell's share of the Hellinger distance, as the back end's analyzer computes it. */
function hellinger(target: readonly number[], baseline: readonly number[]) {
  const terms = target.map((share, i) => (Math.sqrt(share) - Math.sqrt(baseline[i] ?? 0)) ** 2);
  const all = total(terms);
  return { distance: Math.sqrt(all / 2), contribution: terms.map((term) => (all === 0 ? 0 : term / all)) };
}

function customOf(
  { column = 'dep_delay', meta, target, baseline }: ProfileParts,
  shape: ProfileFrameMeta['shape'],
  middles: readonly number[] | null,
  distance: number | null
): ProfileFrameMeta {
  const threshold = 0.2;
  const judged = distance === null ? 'not-judged' : distance > threshold ? 'anomaly' : 'ok';
  const verdict = target === null ? 'no-target' : baseline === null ? 'no-baseline' : judged;
  return {
    datasetId: 'flights',
    evaluationTimeMs: now,
    profiles: 24,
    newestArrivalMs: now,
    rejected: 0,
    granularity: 'daily',
    listedMs: now,
    column,
    labels: { dataset: 'flights', column, segment: 'overall', metric: 'profile' },
    shape,
    algorithm: 'hellinger',
    distance,
    threshold,
    verdict,
    sentence: `The verdict of ${column} is ${verdict}.`,
    target: target === null ? null : sideFacts(target, middles, 1),
    baseline: baseline === null ? null : sideFacts(baseline, middles, 7),
    baselineSpec: { type: 'TrailingWindow', size: 7 },
    ...meta,
  };
}

function frame(
  type: string,
  name: string,
  fields: Readonly<Record<string, readonly unknown[]>>,
  parts: ProfileParts,
  custom: ProfileFrameMeta
): DataFrame {
  return createDataFrame({
    name,
    refId: 'A',
    // Grafana's type lists its own names alone; a data source's are ordinary.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
    meta: { type: type as DataFrameType, custom: { ...custom }, notices: [...(parts.notices ?? [])] },
    fields: Object.entries(fields).map(([field, values]) => ({
      name: field,
      type: field === 'category' ? FieldType.string : FieldType.number,
      values: [...values],
      config: {},
    })),
  });
}

function sideFields({ target, baseline }: ProfileParts): Record<string, readonly number[]> {
  return {
    ...(target === null ? {} : { target: target.counts, target_share: shares(target.counts) }),
    ...(baseline === null ? {} : { baseline: baseline.counts, baseline_share: shares(baseline.counts) }),
  };
}

/** Sums of every `by` neighbouring values. */
function coarser(values: readonly number[], by: number): number[] {
  return Array.from({ length: Math.ceil(values.length / by) }, (_, i) => total(values.slice(i * by, (i + 1) * by)));
}

/** The frames of a column of numbers: display bins and, with a baseline, the analyzer's own, half as many. */
export function histogramFrames(edges: readonly number[], parts: ProfileParts): DataFrame[] {
  const [xMin, xMax] = [edges.slice(0, -1), edges.slice(1)];
  const middles = xMin.map((start, i) => start / 2 + (xMax[i] ?? start) / 2);
  const { target, baseline } = parts;
  const name = parts.column ?? 'dep_delay';
  const by = xMin.length > 1 ? 2 : 1;
  const coarse = [target, baseline].map((side) => (side === null ? null : shares(coarser(side.counts, by))));
  const [targetShares, baselineShares] = coarse;
  const drift = targetShares && baselineShares ? hellinger(targetShares, baselineShares) : null;
  const custom = customOf(parts, 'histogram', middles, drift?.distance ?? null);
  const main = frame(histogramFrame, name, { xMin, xMax, ...sideFields(parts) }, parts, custom);
  if (drift === null || !targetShares || !baselineShares) {
    return [main];
  }
  const fields = {
    xMin: xMin.filter((_, i) => i % by === 0),
    xMax: xMin.flatMap((_, i) => (i % by === 0 ? [xMax[Math.min(i + by - 1, xMax.length - 1)] ?? 0] : [])),
    target_share: targetShares,
    baseline_share: baselineShares,
    contribution: drift.contribution,
  };
  return [main, frame(contributionsFrame, name, fields, { ...parts, notices: [] }, custom)];
}

/** The frame of a column of categories. */
export function categoryFrames(names: readonly string[], given: ProfileParts): DataFrame[] {
  const parts = { column: 'carrier', ...given };
  const { target, baseline } = parts;
  const drift = target && baseline ? hellinger(shares(target.counts), shares(baseline.counts)) : null;
  const custom = customOf(parts, 'categories', null, drift?.distance ?? null);
  const fields = {
    category: names,
    ...sideFields(parts),
    ...(drift === null ? {} : { contribution: drift.contribution }),
  };
  return [frame(categoriesFrame, parts.column, fields, parts, custom)];
}

/** Edges of `count` bins of one width. */
export function evenEdges(min: number, max: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => min + ((max - min) * i) / count);
}

/** Whole counts of a mixture of normal distributions over bins: the expected ones, without chance. */
export function normalCounts(
  edges: readonly number[],
  n: number,
  ...parts: readonly { readonly mean: number; readonly sd: number; readonly weight?: number }[]
): number[] {
  const weights = total(parts.map(({ weight = 1 }) => weight));
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? start;
    const share = parts.reduce(
      (sum, { mean, sd, weight = 1 }) =>
        sum + (weight / weights) * (normal((end - mean) / sd) - normal((start - mean) / sd)),
      0
    );
    return Math.round(n * share);
  });
}

/** The standard normal distribution's cumulative function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
