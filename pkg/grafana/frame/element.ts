/**
 * The element of a typed array or list at an index that the caller has bounded by its length.
 * The one place of this room where noUncheckedIndexedAccess is answered by a cast, so that loops need no branches.
 */
export function at<T>(array: { readonly [index: number]: T }, index: number): T {
  // The caller's loop condition keeps the index inside the array.
  return array[index] as T;
}
