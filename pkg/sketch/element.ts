/*
 * Elements of typed arrays at indexes the caller has proved to be inside. The compiler cannot see the proof, and a check
 * for undefined in every step of a hot loop would say nothing. One function for each kind of array, because a shared one
 * would make the engine forget which kind it has before it.
 */

/** The double at an index inside the array. */
export function f64(array: Float64Array, index: number): number {
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the index is inside, see above
  return array[index]!;
}

/** The double at an index inside a view of nothing but doubles, which need not be aligned. */
export function doubleIn(view: DataView, index: number): number {
  return view.getFloat64(8 * index, true);
}

/** The unsigned 32-bit integer at an index inside the array. */
export function u32(array: Uint32Array, index: number): number {
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the index is inside, see above
  return array[index]!;
}

/** The byte at an index inside the array. */
export function u8(array: Uint8Array, index: number): number {
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the index is inside, see above
  return array[index]!;
}

/** The unsigned 16-bit integer at an index inside the array. */
export function u16(array: Uint16Array, index: number): number {
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the index is inside, see above
  return array[index]!;
}

/** The signed 32-bit integer at an index inside the array. */
export function i32(array: Int32Array, index: number): number {
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the index is inside, see above
  return array[index]!;
}
