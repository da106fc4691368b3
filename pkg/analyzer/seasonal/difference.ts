import type { SeasonalOrder } from '../../contract/index.ts';
import { at } from '../element.ts';

/** The lags that are differenced one after another: d times 1, D times m. */
function differencedLags({ d, D, m }: SeasonalOrder): number[] {
  return [...Array<number>(d).fill(1), ...Array<number>(D).fill(m)];
}

/**
 * (1 - B)^d (1 - B^m)^D y: d + D m values fewer than y, none where y has no more. A difference with a missing value
 * (NaN) is missing.
 */
export function differenced(values: Float64Array, order: SeasonalOrder): Float64Array {
  let result = values;
  for (const lag of differencedLags(order)) {
    const before = result;
    result = Float64Array.from(
      { length: Math.max(0, before.length - lag) },
      (_, i) => at(before, i + lag) - at(before, i)
    );
  }
  return result;
}

/**
 * The value that follows `values` when its difference is `next`: ŷ = ŵ - Σ h_i y_(N - i), where 1 + Σ h_i B^i is the
 * differencing polynomial (spec/sarima.md 3a). Needs at least d + D m values.
 */
export function undifferenced(next: number, values: Float64Array, order: SeasonalOrder): number {
  let polynomial = Float64Array.of(1);
  for (const lag of differencedLags(order)) {
    const factor = polynomial;
    polynomial = Float64Array.from({ length: factor.length + lag }, (_, i) => {
      return (i < factor.length ? at(factor, i) : 0) - (i >= lag ? at(factor, i - lag) : 0);
    });
  }
  let value = next;
  for (let i = 1; i < polynomial.length; i += 1) {
    const coefficient = at(polynomial, i);
    if (coefficient !== 0) {
      value -= coefficient * at(values, values.length - i);
    }
  }
  return value;
}
