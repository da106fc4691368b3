/**
 * The number at an index that the caller knows to exist: loops over arrays of equal length, where a test for
 * `undefined` at each step would only hide mistakes.
 */
export function at(values: ArrayLike<number>, idx: number): number {
  // noUncheckedIndexedAccess cannot know the loop's bounds.
  return values[idx] as number;
}

/** Sum in the order of the array. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    total += at(values, i);
  }
  return total;
}
