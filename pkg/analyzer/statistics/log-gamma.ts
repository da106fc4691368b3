/* Lanczos' approximation with g = 7 and nine terms. */
const g = 7;
const constant = 0.99999999999980993;
const terms = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * ln of the gamma function for x > 0, absolute error about 1e-14, or 1e-15 of a large result (Lanczos).
 *
 * @returns infinity for 0 and for infinity
 */
export function logGamma(x: number): number {
  if (x === Infinity) {
    return Infinity;
  }
  const base = x + g - 0.5;
  const series = terms.reduce((sum, term, i) => sum + term / (x + i), constant);
  return (x - 0.5) * Math.log(base) - base + Math.log(Math.sqrt(2 * Math.PI) * series);
}
