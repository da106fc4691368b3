/**
 * An element of an array at an index that the caller has bounded.
 * The compiler cannot see the bound; a check or a default in the innermost loops would cost more than the work there.
 */
export function at<T>(array: ArrayLike<T>, index: number): T {
  // The index is inside the array: callers bound it by a length they have compared with the array's.
  return array[index] as T;
}

/** The same for bytes: a function that meets only one kind of array is compiled for that kind. */
export function byteAt(bytes: Uint8Array, index: number): number {
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the index is inside, see above
  return bytes[index]!;
}
