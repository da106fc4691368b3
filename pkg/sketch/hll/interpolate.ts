import { f64 } from '../element.ts';

/**
 * The cubic through four neighbouring points of a table, evaluated at `x` (spec 5.2.2). The interval of `x` is the second
 * of the three where the table goes on at both sides.
 *
 * @param xs ascending; `x` lies within
 * @param yAt the y that belongs to an index of `xs`
 */
export function interpolateCubic(xs: Float64Array, yAt: (index: number) => number, x: number): number {
  let interval = 0;
  for (let end = xs.length - 1; end - interval > 1;) {
    const middle = (interval + end) >>> 1;
    if (f64(xs, middle) <= x) interval = middle;
    else end = middle;
  }
  const first = Math.max(0, Math.min(xs.length - 4, interval - 1));
  let y = 0;
  for (let i = first; i < first + 4; i++) {
    // Products first, one division at the end: to the last bit what DataSketches computes.
    let numerator = 1;
    let denominator = 1;
    for (let j = first; j < first + 4; j++) {
      if (j === i) continue;
      numerator *= x - f64(xs, j);
      denominator *= f64(xs, i) - f64(xs, j);
    }
    y += (yAt(i) * numerator) / denominator;
  }
  return y;
}
