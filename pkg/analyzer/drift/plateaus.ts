import type { SortedView } from '../../sketch/index.ts';
import { at } from '../element.ts';

/**
 * Takes each stretch between neighbouring values of two samples, and how far their distribution functions are apart
 * there: the baseline's share up to `from` less the target's. Stretches ascend; outside of them nothing is apart.
 */
export type Visit = (from: number, to: number, difference: number) => void;

function itemAt(view: SortedView, index: number): number {
  return index < view.items.length ? at(view.items, index) : Infinity;
}

function shareBefore(view: SortedView, index: number): number {
  return index === 0 ? 0 : at(view.cumulativeWeights, index - 1) / view.n;
}

/** Visits all stretches of two sides that hold finite values. */
export function eachPlateau(baseline: SortedView, target: SortedView, visit: Visit): void {
  let [i, j] = [0, 0];
  let value = Math.min(itemAt(baseline, i), itemAt(target, j));
  while (value < Infinity) {
    while (itemAt(baseline, i) === value) {
      i += 1;
    }
    while (itemAt(target, j) === value) {
      j += 1;
    }
    const next = Math.min(itemAt(baseline, i), itemAt(target, j));
    if (next < Infinity) {
      visit(value, next, shareBefore(baseline, i) - shareBefore(target, j));
    }
    value = next;
  }
}
