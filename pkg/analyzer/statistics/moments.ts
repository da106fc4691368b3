/** Arithmetic mean; NaN for no values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOfSquares(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

/** Standard deviation with the divisor n - 1; NaN for fewer than two values. */
export function sampleStandardDeviation(values: readonly number[]): number {
  return values.length < 2 ? NaN : Math.sqrt(sumOfSquares(values) / (values.length - 1));
}

/** Standard deviation with the divisor n; 0 for one value, NaN for none. */
export function populationStandardDeviation(values: readonly number[]): number {
  return Math.sqrt(sumOfSquares(values) / values.length);
}

/** Middle value, or the mean of the two middle ones; NaN for no values. None of them may be NaN. */
export function median(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const half = values.length / 2;
  return mean(ascending.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}
