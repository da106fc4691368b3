import type { SeasonalOrder } from '../../contract/index.ts';

/** What follows from the order of a model (spec/sarima.md 3). Counts. */
export interface OrderSizes {
  /** Largest lag of the autoregressive polynomial, p + P m. */
  readonly arLags: number;
  /** Largest lag of the moving-average polynomial, q + Q m. */
  readonly maLags: number;
  /** Values that differencing uses up, d + D m. */
  readonly differences: number;
  /** Length of the state vector; as many first terms are left out of the likelihood. */
  readonly states: number;
  /** Intercept, coefficients and the variance. */
  readonly parameters: number;
}

/** The order without a seasonal part where its period is 0. */
export function seasonalPartOf(order: SeasonalOrder): SeasonalOrder {
  return order.m === 0 ? { ...order, P: 0, D: 0, Q: 0 } : order;
}

/** The sizes of an order; of one whose period is 0 without the seasonal part. */
export function sizesOf(order: SeasonalOrder): OrderSizes {
  const { p, d, q, P, D, Q, m } = seasonalPartOf(order);
  const arLags = p + P * m;
  const maLags = q + Q * m;
  const differences = d + D * m;
  return {
    arLags,
    maLags,
    differences,
    states: differences + Math.max(arLags, maLags + 1),
    parameters: 1 + p + q + P + Q + 1,
  };
}

/** The customary way to write an order: `(1,0,0)(2,1,0)[7]`; without a seasonal part `(1,0,0)`. */
export function orderText({ p, d, q, P, D, Q, m }: SeasonalOrder): string {
  const text = `(${p},${d},${q})`;
  return m === 0 ? text : `${text}(${P},${D},${Q})[${m}]`;
}
