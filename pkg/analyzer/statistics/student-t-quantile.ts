import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/** Halvings of an interval whose ends are a factor of 2 apart until they are neighbours. */
const halvings = 53;

/** The incomplete beta function's continued fraction, of all its denominators 1, good for x < (a + 1) / (a + b + 2). */
function betaFraction(a: number, b: number, x: number): number {
  return continuedFraction(1, (i) => {
    const m = Math.floor(i / 2);
    const numerator = i % 2 === 0 ? m * (b - m) : -(a + m) * (a + b + m);
    return [(numerator * x) / ((a + i - 1) * (a + i)), 1];
  });
}

/** The regularized incomplete beta function I_x(a, b); x and its complement are given apart, for exactness. */
function regularizedBeta(a: number, b: number, x: number, complement: number): number {
  const front = Math.exp(a * Math.log(x) + b * Math.log(complement) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, complement)) / b;
}

/** The probability that a Student t variable exceeds t > 0. */
function upperTail(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  const sum = degreesOfFreedom + square;
  return regularizedBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / sum, square / sum) / 2;
}

/**
 * Student's t quantile, relative error about 1e-12.
 *
 * @param p a probability; 0 and 1 give the infinities, anything outside [0, 1] NaN
 * @param degreesOfFreedom above 0
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) {
    return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  }
  if (p === 0.5) {
    return 0;
  }
  const tail = Math.min(p, 1 - p);
  // From 1 by factors of 2 to the interval [least, 2 least] that holds the quantile, then halved until it is a number.
  let least = 1;
  while (upperTail(least, degreesOfFreedom) < tail) {
    least /= 2;
  }
  while (upperTail(2 * least, degreesOfFreedom) > tail) {
    least *= 2;
  }
  let most = 2 * least;
  for (let i = 0; i < halvings; i += 1) {
    const middle = (least + most) / 2;
    if (upperTail(middle, degreesOfFreedom) > tail) {
      least = middle;
    } else {
      most = middle;
    }
  }
  return p < 0.5 ? -most : most;
}
