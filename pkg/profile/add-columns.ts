import { addFrequentItems, addHll, addKll } from '../sketch/index.ts';
import { type ColumnProfile, type Distribution, emptyColumnProfile } from './column-profile.ts';
import { mergeCounts, mergeIntRange, mergeTypeCounts } from './merge-counts.ts';
import { mergeMoments } from './merge-distribution.ts';

/** Folds the values that are there; null when none is. */
function fold<Value>(values: readonly (Value | null)[], merge: (left: Value, right: Value) => Value): Value | null {
  return values.reduce<Value | null>((left, right) => {
    if (left === null) return right;
    return right === null ? left : merge(left, right);
  }, null);
}

function present<Value>(values: readonly (Value | null)[]): readonly Value[] {
  return values.flatMap((value) => (value === null ? [] : [value]));
}

function addDistributions(distributions: readonly Distribution[]): Distribution | null {
  const kll = addKll(distributions.map((distribution) => distribution.kll));
  const moments = fold(distributions, (left, right) => ({
    ...mergeMoments(left, right),
    // Only the number of values is read from it on the way; the sketches are added once, below.
    kll: { ...left.kll, n: left.kll.n + right.kll.n },
  }));
  return moments === null ? null : { mean: moments.mean, m2: moments.m2, kll };
}

/**
 * A window of batches as one column (design, law 2): counters, ranks and item weights add, HLL takes register maxima,
 * moments fold in the given order, which is that of time. Nothing is compacted again, so this is for queries only.
 * Submetrics, conditions, theta sketches and custom components have no sum over a window and are left out.
 */
export function addColumns(columns: readonly ColumnProfile[]): ColumnProfile {
  const distinct = present(columns.map(({ cardinality }) => cardinality));
  const items = present(columns.map(({ frequentItems }) => frequentItems));
  return {
    ...emptyColumnProfile,
    counts: fold(
      columns.map(({ counts }) => counts),
      mergeCounts
    ),
    types: fold(
      columns.map(({ types }) => types),
      mergeTypeCounts
    ),
    distribution: addDistributions(present(columns.map(({ distribution }) => distribution))),
    ints: fold(
      columns.map(({ ints }) => ints),
      mergeIntRange
    ),
    cardinality: distinct.length === 0 ? null : addHll(distinct),
    frequentItems: items.length === 0 ? null : addFrequentItems(items),
  };
}
