import { at } from '../element.ts';

/**
 * Multiplies (1 + sign Σ a_i B^i)(1 + sign Σ A_j B^(j m)) out to 1 + sign Σ k_n B^n (spec/sarima.md 3).
 *
 * @param near a_1 … a_p
 * @param seasonal A_1 … A_P, at the lags m … P m
 * @param period m
 * @param sign -1 for the autoregressive side of the model, 1 for the moving-average side
 * @returns k_1 … k_(p + P m)
 */
export function multipliedOut(near: Float64Array, seasonal: Float64Array, period: number, sign: 1 | -1): Float64Array {
  const product = new Float64Array(near.length + seasonal.length * period);
  near.forEach((coefficient, i) => {
    product[i] = coefficient;
  });
  seasonal.forEach((coefficient, j) => {
    const lag = (j + 1) * period;
    product[lag - 1] = at(product, lag - 1) + coefficient;
    near.forEach((nearCoefficient, i) => {
      product[lag + i] = at(product, lag + i) + sign * nearCoefficient * coefficient;
    });
  });
  return product;
}

/** The lags whose coefficients need not be 0, ascending: of the p + P m lags these are (p + 1)(P + 1) - 1 at most. */
export function polynomialLags(near: number, seasonal: number, period: number): number[] {
  const ones = multipliedOut(new Float64Array(near).fill(1), new Float64Array(seasonal).fill(1), period, 1);
  return Array.from(ones.keys(), (index) => index + 1).filter((lag) => at(ones, lag - 1) !== 0);
}
