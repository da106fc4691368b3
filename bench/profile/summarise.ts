import { addColumns, type ColumnProfile, emptyColumnProfile } from '../../pkg/profile/index.ts';
import {
  addFrequentItems,
  addHll,
  type FrequentItems,
  hllBounds,
  hllEstimate,
  type HllSketch,
  type KllSketch,
  kllTotals,
  selectFrequentItems,
  unionQuantiles,
} from '../../pkg/sketch/index.ts';
import { ranks, type Summary } from './outcome.ts';

/** A window of days of one column: counters, quantiles, distinct count and frequent items (design, law 2). */
export function summarise(days: readonly ColumnProfile[]): Summary {
  const distributions = days.flatMap(({ distribution }) => distribution ?? []);
  return {
    counters: countersOf(days),
    numbers: numbersOf(distributions.map(({ kll }) => kll)),
    distinct: distinctOf(days.flatMap(({ cardinality }) => cardinality ?? [])),
    items: itemsOf(days.flatMap(({ frequentItems }) => frequentItems ?? [])),
  };
}

function countersOf(days: readonly ColumnProfile[]): readonly number[] {
  const { counts, types } = addColumns(
    days.map((day) => ({ ...emptyColumnProfile, counts: day.counts, types: day.types }))
  );
  return [
    counts?.n,
    counts?.null,
    counts?.nan,
    counts?.inf,
    counts?.true,
    types?.integral,
    types?.fractional,
    types?.boolean,
    types?.string,
    types?.object,
    types?.tensor,
  ].map((count) => count ?? 0);
}

function numbersOf(sketches: readonly KllSketch[]): Summary['numbers'] {
  // The convention of whylogs, as its own library answers.
  const quantiles = unionQuantiles(sketches, ranks, 'whylogs');
  return quantiles === null ? null : { ...kllTotals(sketches), quantiles: [...quantiles] };
}

function distinctOf(sketches: readonly HllSketch[]): readonly number[] {
  if (sketches.length === 0) return [];
  const union = addHll(sketches);
  const { lower, upper } = hllBounds(union, 1);
  return [hllEstimate(union), lower, upper];
}

function itemsOf(sketches: readonly FrequentItems[]): Summary['items'] {
  if (sketches.length === 0) return null;
  const sum = addFrequentItems(sketches);
  const listed = selectFrequentItems(sum, 'NO_FALSE_POSITIVES');
  return {
    total: sum.totalWeight,
    error: sum.offset,
    listed: listed.map(({ value, lower, upper }) => [value, lower, upper]),
  };
}
