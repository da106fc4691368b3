import { logGamma } from './log-gamma.ts';

/** Terms of the sum that are computed at most; of more, evenly spaced ones stand for their neighbours. */
export const maxTerms = 2000;

/** Coefficients of Stirling's series in 1 / n^2, after the factor 1 / n. */
const stirlingSeries = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680];

/** ln n! less Stirling's formula for it, n > 0. */
function stirlingRest(n: number): number {
  if (n < 16) {
    return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - Math.log(2 * Math.PI) / 2;
  }
  return stirlingSeries.reduceRight((sum, coefficient) => sum / (n * n) + coefficient, 0) / n;
}

/** x ln(x / m) + m - x, without cancellation where they are near. */
function deviance(x: number, m: number): number {
  const relative = (m - x) / x;
  return x * (relative - Math.log1p(relative));
}

/** The binomial probability of j out of n, 0 < j < n, with the expectation m, by Loader's formula. */
function binomial(j: number, n: number, m: number): number {
  const exponent = stirlingRest(n) - stirlingRest(j) - stirlingRest(n - j) - deviance(j, m) - deviance(n - j, n - m);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * j * (n - j)));
}

/**
 * The probability that the one-sided Kolmogorov-Smirnov statistic of n values reaches d, by Smirnov's sum
 * d * sum over j of C(n, j) (d + j/n)^(j-1) (1 - d - j/n)^(n-j). Of a long sum only every so many terms are computed:
 * they are smooth and vanish towards both ends where n d^2 is above 2, so that the trapezoidal rule is exact to 1e-10.
 *
 * @param n a whole number from 1 on
 * @param d above 0, below 1
 */
export function smirnovTail(n: number, d: number): number {
  const last = Math.ceil(n * (1 - d)) - 1;
  const stride = Math.max(1, Math.ceil(last / maxTerms));
  let sum = 0;
  for (let j = stride; j <= last; j += stride) {
    sum += binomial(j, n, n * d + j) / (d + j / n);
  }
  return Math.exp(n * Math.log1p(-d)) + d * stride * sum;
}
