import {
  type FrequentItems,
  hllBounds,
  hllEstimate,
  type HllSketch,
  kllRankErrorBounds,
  type KllSketch,
  quantiles,
  type QuantileConvention,
  rank,
  selectFrequentItems,
  sortedView,
  type SortedView,
} from '../sketch/index.ts';
import type { Distribution } from './column-profile.ts';
import { describeNumber, type JsonValue } from './describe-value.ts';

const ranks = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/** `py` is whylogs' convention, `excl` the classic one (spec 5.1.4). */
const conventions: readonly (readonly [string, QuantileConvention])[] = [
  ['py', 'whylogs'],
  ['excl', 'classic'],
];

/** Items listed at most. */
const longestTop = 10;

/** Moments, size and shape of the sketch, extremes, quantiles, ranks around them and error bounds. */
export function describeDistribution({ mean, m2, kll }: Distribution): JsonValue {
  const { n, k, minK } = kll;
  const variance = m2 === null ? null : n <= 1 ? 0 : m2 / (n - 1);
  const numLevels = kll.levels.length - 1;
  const head = {
    mean: describeNumber(mean),
    m2: describeNumber(m2),
    variance: describeNumber(variance),
    stddev: variance === null || variance < 0 ? null : describeNumber(Math.sqrt(variance)),
    n,
    k,
    minK,
    numLevels,
    retained: kll.items.length,
    estimationMode: numLevels > 1,
    bytes: imageBytes(kll, numLevels),
  };
  if (n === 0) {
    const none = Object.fromEntries(ranks.map((at) => [String(at), null]));
    return { ...head, min: null, max: null, quantiles: { py: none } };
  }
  const view = sortedView([kll]);
  return {
    ...head,
    min: describeNumber(kll.min),
    max: describeNumber(kll.max),
    quantiles: Object.fromEntries(conventions.map(([name, convention]) => [name, describeQuantiles(view, convention)])),
    ...describeRanks(view, kll),
    rankErrorBound: { ...kllRankErrorBounds(minK) },
  };
}

/** Size of the sketch as whylogs writes it (spec 5.1.1). */
function imageBytes({ n, items }: KllSketch, numLevels: number): number {
  if (n === 0) return 8;
  return n === 1 ? 16 : 24 + 4 * numLevels + 8 * (items.length + 2);
}

function describeQuantiles(view: SortedView, convention: QuantileConvention): JsonValue {
  const values = quantiles(view, ranks, convention);
  return Object.fromEntries(ranks.map((at, index) => [String(at), describeNumber(values?.[index] ?? null)]));
}

/** Shares of the weight below and up to the extremes, the quarters between them and the quantiles. */
function describeRanks(view: SortedView, { min, max }: KllSketch): { readonly ranks?: JsonValue } {
  const span = max - min;
  if (!Number.isFinite(span)) return {};
  const values = quantiles(view, ranks, 'whylogs') ?? new Float64Array(0);
  const points = [min, max, min + span * 0.25, min + span * 0.5, min + span * 0.75, ...values];
  const ascending = [...new Set(points)].sort((left, right) => left - right);
  return {
    ranks: ascending.map((point) => [
      describeNumber(point),
      describeNumber(rank(view, point, false)),
      describeNumber(rank(view, point, true)),
    ]),
  };
}

/** Estimate, bounds at 1, 2 and 3 standard deviations, and the facts of the header. */
export function describeCardinality(sketch: HllSketch): JsonValue {
  const bounds = ([1, 2, 3] as const).flatMap((deviations): [string, JsonValue][] => {
    const { lower, upper } = hllBounds(sketch, deviations);
    return [
      [`lower_${deviations}`, describeNumber(lower)],
      [`upper_${deviations}`, describeNumber(upper)],
    ];
  });
  const { mode, type, lgK, outOfOrder } = sketch;
  return {
    est: describeNumber(hllEstimate(sketch)),
    ...Object.fromEntries<JsonValue>(bounds),
    mode,
    target: type,
    lgK,
    outOfOrder,
    ...(sketch.mode === 'HLL'
      ? { curMin: sketch.curMin, numAtCurMin: sketch.numAtCurMin, exceptions: sketch.exceptions.length }
      : { coupons: sketch.coupons.length }),
  };
}

/** Totals, and under `top` [value, estimate, lower, upper] of those that surely are frequent. */
export function describeFrequentItems(sketch: FrequentItems): JsonValue {
  const sure = selectFrequentItems(sketch, 'NO_FALSE_POSITIVES');
  return {
    totalWeight: sketch.totalWeight,
    offset: sketch.offset,
    lgMax: sketch.lgMax,
    active: sketch.items.length,
    sumOfWeights: sketch.items.reduce((total, { weight }) => total + weight, 0),
    numNoFalsePositives: sure.length,
    numNoFalseNegatives: selectFrequentItems(sketch, 'NO_FALSE_NEGATIVES').length,
    top: sure.slice(0, longestTop).map(({ value, estimate, lower, upper }) => [value, estimate, lower, upper]),
  };
}
