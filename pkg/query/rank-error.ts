import type { ColumnProfile } from '../profile/index.ts';
import type { FrequentItems, KllSketch } from '../sketch/index.ts';
import { kllRankErrorBounds } from '../sketch/index.ts';

/** A sketch that retains all its values has no error. */
function pmfError({ n, minK, levels }: KllSketch): number {
  return levels.at(-1) === n ? 0 : kllRankErrorBounds(minK).pmf;
}

function ofNumbers(sketches: readonly KllSketch[]): number | null {
  const n = sketches.reduce((sum, sketch) => sum + sketch.n, 0);
  return n === 0 ? null : sketches.reduce((sum, sketch) => sum + (sketch.n / n) * pmfError(sketch), 0);
}

function ofItems(sketches: readonly FrequentItems[]): number | null {
  const total = sketches.reduce((sum, { totalWeight }) => sum + totalWeight, 0);
  return total === 0 ? null : sketches.reduce((sum, { offset }) => sum + offset, 0) / total;
}

/**
 * How far any share of a window can be from the truth: for numbers at 99 % (spec/whylogs-profiles.md 5.1.4), for items
 * always (their weights lie within the sum of the offsets). Errors of a window's batches are taken to add; they rather
 * cancel. Null when there is no value.
 */
export function rankError(columns: readonly ColumnProfile[], shape: 'histogram' | 'categories'): number | null {
  return shape === 'histogram'
    ? ofNumbers(columns.flatMap(({ distribution }) => distribution?.kll ?? []))
    : ofItems(columns.flatMap(({ frequentItems }) => frequentItems ?? []));
}
