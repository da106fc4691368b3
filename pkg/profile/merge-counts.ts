import type { Counts, IntRange, TypeCounts } from './column-profile.ts';
import { ProfileError } from './profile-error.ts';

/**
 * Sum of two counters; a counter that one side does not have adds nothing (spec 3.2).
 * @throws ProfileError `limit` beyond 2^53 − 1, where a sum would be rounded.
 */
export function addCounter(left: number | null, right: number | null): number | null {
  if (left === null) return right;
  return right === null ? left : addCounts(left, right);
}

function addCounts(left: number, right: number): number {
  const sum = left + right;
  if (!Number.isSafeInteger(sum)) {
    throw new ProfileError('limit', 'merged profiles', `counters of ${left} and ${right} add up beyond 2^53`, null);
  }
  return sum;
}

export function mergeCounts(left: Counts, right: Counts): Counts {
  return {
    n: addCounter(left.n, right.n),
    null: addCounter(left.null, right.null),
    nan: addCounter(left.nan, right.nan),
    inf: addCounter(left.inf, right.inf),
    true: addCounter(left.true, right.true),
  };
}

export function mergeTypeCounts(left: TypeCounts, right: TypeCounts): TypeCounts {
  return {
    integral: addCounter(left.integral, right.integral),
    fractional: addCounter(left.fractional, right.fractional),
    boolean: addCounter(left.boolean, right.boolean),
    string: addCounter(left.string, right.string),
    object: addCounter(left.object, right.object),
    tensor: addCounter(left.tensor, right.tensor),
  };
}

export function mergeIntRange(left: IntRange, right: IntRange): IntRange {
  return { min: lesser(left.min, right.min), max: greater(left.max, right.max) };
}

function lesser(left: bigint | null, right: bigint | null): bigint | null {
  if (left === null) return right;
  return right === null || left < right ? left : right;
}

function greater(left: bigint | null, right: bigint | null): bigint | null {
  if (left === null) return right;
  return right === null || left > right ? left : right;
}

/** Sums by name when both sides have the same names; otherwise the left side stays as it is (spec 3.7). */
export function mergeConditionCount(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>
): ReadonlyMap<string, number> {
  const hasSameNames = left.size === right.size && [...left.keys()].every((name) => right.has(name));
  if (!hasSameNames) return left;
  return new Map([...left].map(([name, count]) => [name, addCounts(count, right.get(name) ?? 0)]));
}
