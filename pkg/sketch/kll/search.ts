import { f64 } from '../element.ts';

/** First index in [from, to) whose element is at least `value`, or `to`. The elements ascend. */
export function firstAtLeast(array: Float64Array, value: number, from = 0, to = array.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (f64(array, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index in [from, to) whose element is above `value`, or `to`. The elements ascend. */
export function firstAbove(array: Float64Array, value: number, from = 0, to = array.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (f64(array, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
