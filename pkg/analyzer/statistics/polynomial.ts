/** A polynomial's value at x; coefficients in ascending powers. No coefficients: 0. */
export function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);
}
