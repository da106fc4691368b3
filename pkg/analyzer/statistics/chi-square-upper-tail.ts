import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/** The lower regularized gamma function's series, good for x < a + 1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let i = 1; term > sum * Number.EPSILON; i += 1) {
    term *= x / (a + i);
    sum += term;
  }
  return sum;
}

/** The upper regularized gamma function Q(a, x), a > 0, x finite and not negative. */
function upperGamma(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1
    ? 1 - front * lowerSeries(a, x)
    : front * continuedFraction(x + 1 - a, (i) => [-i * (i - a), x + 2 * i + 1 - a]);
}

/**
 * The probability that a chi-square variable exceeds a statistic.
 *
 * @param statistic 0 or more
 * @param degreesOfFreedom above 0
 * @returns from 0 to 1; 1 for the statistic 0, NaN for NaN
 */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  return statistic === Infinity ? 0 : upperGamma(degreesOfFreedom / 2, statistic / 2);
}
