/** A change that rounding alone can make. */
const tolerance = 8 * Number.EPSILON;

/**
 * The continued fraction 1 / (b0 + a1 / (b1 + a2 / (b2 + …))) until it changes no more, by Lentz' method as Thompson and
 * Barnett changed it. Meant for fractions that converge and whose denominators stay away from 0, as those of this folder.
 *
 * @param b0 the first denominator
 * @param step numerator and denominator of each further step, from 1 on
 */
export function continuedFraction(b0: number, step: (i: number) => readonly [a: number, b: number]): number {
  let c = Infinity;
  let d = 1 / b0;
  let value = d;
  let i = 0;
  do {
    i += 1;
    const [a, b] = step(i);
    d = 1 / (b + a * d);
    c = b + a / c;
    value *= c * d;
  } while (Math.abs(c * d - 1) > tolerance);
  return value;
}
