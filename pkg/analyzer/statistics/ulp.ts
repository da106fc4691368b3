const bits = new DataView(new ArrayBuffer(8));

/** Least exponent of a number with 53 bits, and the bits behind the first. */
const leastExponent = -1022;
const fractionBits = 52;

/**
 * The distance from a number to the next greater one in size: the unit in the last place, as Java's Math.ulp.
 *
 * @returns infinity for the infinities, NaN for NaN
 */
export function ulp(value: number): number {
  if (!Number.isFinite(value)) {
    return Math.abs(value);
  }
  bits.setFloat64(0, value);
  const exponent = ((bits.getUint16(0) >> 4) & 0x7ff) - 1023;
  return 2 ** (Math.max(exponent, leastExponent) - fractionBits);
}
