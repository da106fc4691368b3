/** Terms of each sum on either side of 0; below a statistic of 2 the twentieth is less than 1e-100. */
const termsEachSide = 20;

const { PI, SQRT2, exp, sqrt } = Math;

/** Sum of a function over whole numbers, or over those and a half, each weighed as a term of the theta function. */
function thetaSum(z: number, shift: 0 | 0.5, factor: (square: number) => number): number {
  let sum = 0;
  for (let k = -termsEachSide; k < termsEachSide + 2 * shift; k += 1) {
    const square = (PI * (k + shift)) ** 2;
    sum += factor(square) * exp(-square / (2 * z * z));
  }
  return sum;
}

/**
 * The probability that the two-sided Kolmogorov statistic of many values stays below d, by Pelz and Good's expansion in
 * 1 / sqrt(n) with four terms (Journal of the Royal Statistical Society B 38 (1976); error about n^-2).
 *
 * @param n from about 140 on
 * @param d with sqrt(n) d above 0.02, where the probability is 0 anyway, and below 2
 */
export function pelzGoodProbability(n: number, d: number): number {
  const z = sqrt(n) * d;
  const [z2, z4, z6, z8] = [z ** 2, z ** 4, z ** 6, z ** 8];
  const front = sqrt(PI) / SQRT2;
  const limit = (2 * front * thetaSum(z, 0.5, () => 1)) / (2 * z);
  const first = (front / (6 * z4)) * thetaSum(z, 0.5, (a) => a - z2);
  const second =
    (front / (72 * z ** 7)) * thetaSum(z, 0.5, (a) => 6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * a + (1 - 2 * z2) * a * a) -
    (front / (36 * z ** 3)) * thetaSum(z, 0, (a) => a);
  const third =
    (front / (6480 * z ** 10)) *
      thetaSum(
        z,
        0.5,
        (a) => (5 - 30 * z2) * a ** 3 + (212 * z4 - 60 * z2) * a * a + (135 * z4 - 96 * z6) * a - (30 * z6 + 90 * z8)
      ) +
    (front / (216 * z6)) * thetaSum(z, 0, (a) => 3 * z2 * a - a * a);
  return limit + first / sqrt(n) + second / n + third / n ** 1.5;
}
