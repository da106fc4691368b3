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
    let term = yAt(i);
    for (let j = first; j < first + 4; j++) {
      if (j !== i) term *= (x - f64(xs, j)) / (f64(xs, i) - f64(xs, j));
    }
    y += term;
  }
  return y;
}
