import { f64 } from '../element.ts';
import { compositeRawEstimates, compositeStrides, leastLgK } from './composite-table.ts';
import { interpolateCubic } from './interpolate.ts';

/** Correction of the raw estimate by lgK (spec 5.2.2). */
function alpha(lgK: number): number {
  const ofFewRegisters = [0.673, 0.697, 0.709][lgK - leastLgK];
  return ofFewRegisters ?? 0.7213 / (1 + 1.079 / 2 ** lgK);
}

/** Below this multiple of the number of registers linear counting is the better estimate. */
function crossover(lgK: number): number {
  return [0.718, 0.672][lgK - leastLgK] ?? 0.64;
}

/**
 * Estimate that does not depend on the order of arrival (spec 5.2.2): the raw estimate corrected by a table, or linear
 * counting where there are few values.
 *
 * @param kxq sum of 2^-value over all registers
 * @param zeros number of registers at 0
 */
export function compositeEstimate(lgK: number, kxq: number, zeros: number): number {
  const numRegisters = 2 ** lgK;
  const raw = (alpha(lgK) * numRegisters * numRegisters) / kxq;
  const xs = compositeRawEstimates[lgK - leastLgK] ?? new Float64Array(0);
  const stride = compositeStrides[lgK - leastLgK] ?? 0;
  const last = xs.length - 1;
  if (raw < f64(xs, 0)) return 0;
  if (raw > f64(xs, last)) return (raw * last * stride) / f64(xs, last);
  const adjusted = interpolateCubic(xs, (i) => i * stride, raw);
  if (adjusted > 3 * numRegisters) return adjusted;
  const linear = linearCount(numRegisters, zeros);
  return (adjusted + linear) / 2 > crossover(lgK) * numRegisters ? adjusted : linear;
}

/** Number of values that leave `zeros` of the registers at 0; with none left, a number past which nobody asks. */
function linearCount(numRegisters: number, zeros: number): number {
  if (zeros === 0) return numRegisters * Math.log(numRegisters * 2);
  return numRegisters * (harmonic(numRegisters) - harmonic(zeros));
}

/** Harmonic number: summed for small numbers, else the first terms of its asymptotic series. */
function harmonic(n: number): number {
  if (n < 25) {
    let sum = 0;
    for (let i = 1; i <= n; i++) sum += 1 / i;
    return sum;
  }
  const square = n * n;
  const series = 1 / 12 - (1 / 120 - (1 / 252 - 1 / 240 / square) / square) / square;
  return Math.log(n) + 0.577215664901532860606512 + 1 / (2 * n) - series / square;
}
