import type { NullableTimeColumn, TimeColumn } from './column.ts';
import { at } from './element.ts';
import { FrameError } from './frame-error.ts';
import { allPresent, validityWhere } from './validity.ts';

const nsPerMs = 1_000_000n;

/** The last whole millisecond on either side of 1970 whose nanoseconds fit 64 bits: years 1677 to 2262. */
export const maxTimeMs = 9_223_372_036_854;

function nanoseconds(ms: number, row: number): bigint {
  if (!Number.isInteger(ms) || Math.abs(ms) > maxTimeMs) {
    throw new FrameError(
      'time-value',
      `time of row ${row} is ${ms}: give whole milliseconds since 1970 between years 1677 and 2262, or a BigInt64Array of nanoseconds`
    );
  }
  return BigInt(ms) * nsPerMs;
}

/**
 * A time column without absent rows.
 *
 * @param values whole milliseconds since 1970 UTC, or nanoseconds as a BigInt64Array (not copied)
 * @throws FrameError `time-value` for NaN, fractions and instants that nanoseconds cannot hold
 */
export function times(values: Float64Array | readonly number[] | BigInt64Array): TimeColumn {
  if (values instanceof BigInt64Array) {
    return { kind: 'time', length: values.length, values, ...allPresent };
  }
  const ns = new BigInt64Array(values.length);
  for (let row = 0; row < ns.length; row++) {
    ns[row] = nanoseconds(at(values, row), row);
  }
  return { kind: 'time', length: ns.length, values: ns, ...allPresent };
}

/** A time column in which null is absent; otherwise like times. Typed series do not accept it. */
export function nullableTimes(values: readonly (number | null)[]): NullableTimeColumn {
  const ns = new BigInt64Array(values.length);
  for (let row = 0; row < ns.length; row++) {
    const ms = at(values, row);
    ns[row] = ms === null ? 0n : nanoseconds(ms, row);
  }
  const validity = validityWhere(ns.length, (row) => at(values, row) !== null);
  return { kind: 'time', length: ns.length, values: ns, ...validity };
}
