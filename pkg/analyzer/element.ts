/**
 * The element of an array at an index that the caller knows to be inside. The one place of this room where
 * `noUncheckedIndexedAccess` is overruled: loops over histograms would otherwise test each cell for undefined.
 */
export function at(array: Float64Array, index: number): number {
  // Inside by contract; an index outside would give undefined, which arithmetic turns into NaN, never into a wrong cell.
  return array[index] as number;
}

/** As `at`, of an array of indexes. */
export function indexAt(array: Int32Array, index: number): number {
  // Inside by contract, as above.
  return array[index] as number;
}
