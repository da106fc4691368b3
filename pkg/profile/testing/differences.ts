/** A parsed JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Comparison {
  /** Relative tolerance of the number at a path; 0 demands the same number. */
  readonly tolerance?: (path: string) => number;
  /** Keys of the expected side that are not compared, wherever they stand. */
  readonly ignored?: readonly string[];
  /** Keys that the expected side may lack. */
  readonly optional?: readonly string[];
}

/** Both zeros are one number, and which of them an equal rank falls on is anyone's choice. */
function withoutSign(value: unknown): unknown {
  return value === '-0' ? 0 : value;
}

/** Where two values differ, one line each; empty when they are alike. Both sides must have the same keys. */
export function differences(found: unknown, wanted: Json, comparison: Comparison = {}, path = ''): string[] {
  const actual = withoutSign(found);
  const expected = withoutSign(wanted);
  const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  if (typeof expected === 'number' && typeof actual === 'number') {
    const allowed = (comparison.tolerance?.(path) ?? 0) * Math.max(Math.abs(expected), Math.abs(actual));
    return Math.abs(actual - expected) <= allowed ? [] : [`${path}: ${actual} where ${expected} is expected`];
  }
  if (expected === null || typeof expected !== 'object' || actual === null || typeof actual !== 'object') {
    return actual === expected ? [] : [`${path}: ${show(actual)} where ${show(expected)} is expected`];
  }
  const left = new Map(Object.entries(actual));
  const right = new Map(
    // `wanted` is JSON, and what is an object of it has JSON under its keys.
    Object.entries(expected as Record<string, Json>).filter(([key]) => comparison.ignored?.includes(key) !== true)
  );
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].flatMap((key): string[] => {
    const inner = `${path}/${key}`;
    const value = right.get(key);
    if (value === undefined) return comparison.optional?.includes(key) === true ? [] : [`${inner}: unexpected`];
    return left.has(key) ? differences(left.get(key), value, comparison, inner) : [`${inner}: missing`];
  });
}

/** 1e-9 for what the HLL estimator computes, everything else to the last bit. */
export function asRead(path: string): number {
  return /\/(cardinality|rankErrorBound)\//.test(path) ? 1e-9 : 0;
}
