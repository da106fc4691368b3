import type { Regression } from './model-performance.ts';

/** Errors of a regression (spec 4.3). */
export interface RegressionMetrics {
  /** Mean absolute error. */
  readonly mae: number;
  /** Mean squared error. */
  readonly mse: number;
  /** Its square root. */
  readonly rmse: number;
}

/** Null without examples; the service says 0 there, as if the model were perfect. */
export function regressionMetrics({ count, sumAbsDiff, sum2Diff }: Regression): RegressionMetrics | null {
  if (count === 0) return null;
  const mse = sum2Diff / count;
  return { mae: sumAbsDiff / count, mse, rmse: Math.sqrt(mse) };
}
