import { f64 } from '../element.ts';

/** Up to this many items insertion beats the engine's sort, whose call alone costs as much (measured on Node 24). */
const insertionLimit = 24;

/** Sorts items[from..to) ascending, in place. There is no NaN among them. */
export function sortRange(items: Float64Array, from: number, to: number): void {
  if (to - from > insertionLimit) {
    items.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const item = f64(items, i);
    let j = i;
    for (; j > from && f64(items, j - 1) > item; j--) items[j] = f64(items, j - 1);
    items[j] = item;
  }
}
