import { doubleIn } from '../element.ts';

/** Steps that are taken one by one before what is left is halved. */
const nearby = 8;

/**
 * First index in [from, to) whose item is at least `value`, or `to`. The items ascend. Quick where the answer lies next to
 * `guess`, an index in [from, to].
 */
export function firstAtLeastNear(items: DataView, value: number, from: number, to: number, guess: number): number {
  const least = Math.max(from, guess - nearby);
  if (least > from && doubleIn(items, least - 1) >= value) return halve(items, value, from, least - 1, false);
  let i = guess;
  while (i > least && doubleIn(items, i - 1) >= value) i--;
  return i < guess ? i : firstFrom(items, value, guess, to, false);
}

/** First index in [from, to) whose item is above `value`, or `to`. The items ascend. Quick where it lies next to `from`. */
export function firstAboveFrom(items: DataView, value: number, from: number, to: number): number {
  return firstFrom(items, value, from, to, true);
}

function firstFrom(items: DataView, value: number, from: number, to: number, isAbove: boolean): number {
  const most = Math.min(to, from + nearby);
  let i = from;
  while (i < most && isBefore(doubleIn(items, i), value, isAbove)) i++;
  return i < most || most === to ? i : halve(items, value, most, to, isAbove);
}

function halve(items: DataView, value: number, from: number, to: number, isAbove: boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(doubleIn(items, middle), value, isAbove)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(item: number, value: number, isAbove: boolean): boolean {
  return item < value || (isAbove && item === value);
}
