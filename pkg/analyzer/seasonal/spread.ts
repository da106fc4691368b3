/** Mean and deviations of the values that are not NaN. */
export interface Spread {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  /** Sample standard deviation (n - 1); 0 for one value, exactly 0 where all are equal. */
  readonly sampleDeviation: number;
  /** Population standard deviation (n). */
  readonly populationDeviation: number;
}

/** The spread of a series; NaN is missing. Without values the extremes are infinite and the deviations 0. */
export function spreadOf(series: Float64Array): Spread {
  const values = series.filter((value) => !Number.isNaN(value));
  const min = values.reduce((least, value) => Math.min(least, value), Infinity);
  const max = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const count = values.length;
  // Equal values have a mean that rounding may move away from them. And none have no mean.
  if (!(min < max)) {
    return { count, min, max, sampleDeviation: 0, populationDeviation: 0 };
  }
  // Squares of the largest numbers and of the smallest have no place among the doubles; those of shares have.
  const scale = Math.max(-min, max);
  const mean = values.reduce((sum, value) => sum + value / scale, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value / scale - mean) ** 2, 0);
  return {
    count,
    min,
    max,
    sampleDeviation: scale * Math.sqrt(squares / (count - 1)),
    populationDeviation: scale * Math.sqrt(squares / count),
  };
}
