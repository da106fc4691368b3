import type { SeasonalOrder } from '../../contract/index.ts';
import { polynomialLags } from './lag-polynomial.ts';
import { sizesOf } from './order.ts';

/**
 * The state vector of spec/sarima.md 3b (Harvey's form, differencing inside the state): d regular differences, D memories
 * of m values, then the states of the differenced process from `arma` on.
 */
export interface StateStructure {
  readonly states: number;
  /** Where the states of the differenced process begin. */
  readonly arma: number;
  /** States whose sum is the observed value. */
  readonly observed: Int32Array;
  /** Row i of the transition matrix has its entries at `starts[i]` to `starts[i + 1] - 1`. */
  readonly starts: Int32Array;
  /** Column of each entry. */
  readonly columns: Int32Array;
  /** 0 for an entry that is 1; k + 1 for one that is the autoregressive coefficient of lag k + 1. */
  readonly lags: Int32Array;
}

/** The places of the transition matrix that are not 0; at most about d + D + 1 in a row. */
export function stateStructure(order: SeasonalOrder): StateStructure {
  const { d, D, m } = order;
  const { states, differences: arma } = sizesOf(order);
  const lagged = new Set(polynomialLags(order.p, order.P, m));
  const ones: number[][] = [];
  const memoryEnds = Array.from({ length: D }, (_, k) => d + (k + 1) * m - 1);
  for (let i = 0; i < d; i += 1) {
    ones.push([...range(i, d), ...memoryEnds, arma]);
  }
  memoryEnds.forEach((end, k) => {
    ones.push([end, ...memoryEnds.slice(k + 1), arma]);
    // A memory hands its values on.
    for (let i = end - m + 1; i < end; i += 1) ones.push([i]);
  });
  for (let i = arma + 1; i < states; i += 1) ones.push([i]);
  ones.push([]);
  const rows = ones.map((columns, i) => [
    ...columns.map((column) => ({ column, lag: 0 })),
    ...(lagged.has(i - arma + 1) ? [{ column: arma, lag: i - arma + 1 }] : []),
  ]);
  const entries = rows.flat();
  let end = 0;
  return {
    states,
    arma,
    observed: Int32Array.from([...range(0, d), ...memoryEnds, arma]),
    starts: Int32Array.from([0, ...rows.map(({ length }) => (end += length))]),
    columns: Int32Array.from(entries, ({ column }) => column),
    lags: Int32Array.from(entries, ({ lag }) => lag),
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
