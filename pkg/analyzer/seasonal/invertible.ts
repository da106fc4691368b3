import { at } from '../element.ts';

/**
 * Coefficients θ of an invertible moving-average polynomial from free numbers (spec/sarima.md 5): partial
 * autocorrelations r_k = x_k / sqrt(1 + x_k²), then the Durbin-Levinson recursion. Any finite x give an invertible θ.
 */
export function invertibleFrom(free: Float64Array): Float64Array {
  const coefficients = new Float64Array(free.length);
  for (let k = 0; k < free.length; k += 1) {
    const x = at(free, k);
    const partial = x / Math.sqrt(1 + x * x);
    const before = coefficients.slice(0, k);
    for (let i = 0; i < k; i += 1) {
      coefficients[i] = at(before, i) + partial * at(before, k - 1 - i);
    }
    coefficients[k] = partial;
  }
  return coefficients;
}

/** The free numbers behind coefficients, the inverse of `invertibleFrom`; null where the polynomial is not invertible. */
export function freeFrom(coefficients: Float64Array): Float64Array | null {
  const free = new Float64Array(coefficients.length);
  let current = coefficients;
  for (let k = coefficients.length - 1; k >= 0; k -= 1) {
    const after = current;
    const partial = at(after, k);
    const rest = 1 - partial * partial;
    if (!(rest > 0)) {
      return null;
    }
    free[k] = partial / Math.sqrt(rest);
    current = Float64Array.from({ length: k }, (_, i) => (at(after, i) - partial * at(after, k - 1 - i)) / rest);
  }
  return free;
}
