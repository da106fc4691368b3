import type { DataFrame, Field } from '@grafana/data';
import { FieldType } from '@grafana/data';
import { sum } from '../element.ts';
import type { Distribution, Sides } from './profile-model.ts';

/** The field of a name, or null. Names decide, never positions. */
export function fieldNamed(frame: DataFrame, name: string): Field | null {
  return frame.fields.find((field) => field.name === name) ?? null;
}

/**
 * A field's numbers; what is absent or no number is NaN. Null when the field is absent, has no number at all or is no
 * field of numbers.
 */
export function numbersOf(field: Field | null, length: number): Float64Array | null {
  if (field === null || field.type !== FieldType.number) {
    return null;
  }
  // Grafana types values as any.
  const values: ArrayLike<unknown> = field.values;
  const numbers = Float64Array.from({ length }, (_, i) => {
    const value = values[i];
    return typeof value === 'number' ? value : NaN;
  });
  return length > 0 && numbers.every(Number.isNaN) ? null : numbers;
}

/** True when every number is finite and at least zero. */
export function areAmounts(values: Float64Array): boolean {
  return values.every((value) => Number.isFinite(value) && value >= 0);
}

/** Shares from counts; all zero when there is nothing. Finite also where the sum of the counts is not. */
export function sharesOf(counts: Float64Array): Float64Array {
  const largest = counts.reduce((a, b) => Math.max(a, b), 0);
  if (largest === 0) {
    return counts.slice();
  }
  const scaled = counts.map((count) => count / largest);
  const total = sum(scaled);
  return scaled.map((value) => value / total);
}

/**
 * One side's distribution from its two fields, either of which may be absent: `<name>` with counts, `<name>_share`.
 *
 * @returns null when both are absent, 'invalid' when an amount is negative, infinite or no number
 */
export function readDistribution(frame: DataFrame, name: string): Distribution | 'invalid' | null {
  const counts = numbersOf(fieldNamed(frame, name), frame.length);
  const shares = numbersOf(fieldNamed(frame, `${name}_share`), frame.length);
  if ((counts !== null && !areAmounts(counts)) || (shares !== null && !areAmounts(shares))) {
    return 'invalid';
  }
  if (shares !== null) {
    return { counts, shares };
  }
  return counts === null ? null : { counts, shares: sharesOf(counts) };
}

/** Values in a side's cells: its counts where it has them. Null for an absent side. */
export function totalOf(distribution: Distribution | null): number | null {
  const counts = distribution?.counts ?? null;
  return counts === null ? null : sum(counts);
}

/**
 * Both sides, of which one at least has a value. A side without a value in any cell is as good as absent: nothing can be
 * compared with it.
 */
export function sidesOf(target: Distribution | null, baseline: Distribution | null): Sides | null {
  const present = (side: Distribution | null) => (side?.shares.some((share) => share > 0) ? side : null);
  const [shownTarget, shownBaseline] = [present(target), present(baseline)];
  if (shownTarget !== null) {
    return { target: shownTarget, baseline: shownBaseline };
  }
  return shownBaseline === null ? null : { target: null, baseline: shownBaseline };
}
