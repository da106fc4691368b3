import { at } from '../element.ts';

/** Neighbouring cells [from, to) that together gained or lost most. */
export interface Shift {
  readonly from: number;
  readonly to: number;
  readonly target: number;
  readonly baseline: number;
}

/** The run of cells with the largest sum of values (Kadane); of equal ones the first and shortest. */
function largestRun(values: Float64Array): { from: number; to: number; total: number } {
  let best = { from: 0, to: 0, total: 0 };
  let [from, total] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    total += at(values, i);
    if (total <= 0) {
      [from, total] = [i + 1, 0];
    } else if (total > best.total) {
      best = { from, to: i + 1, total };
    }
  }
  return best;
}

function sumBetween(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) {
    total += at(values, i);
  }
  return total;
}

/**
 * Where the target's distribution departs most from the baseline's: the run of neighbouring bins whose share grew most,
 * or the one whose share fell most when that is more. At an end of the range it is a tail. Both sides sum to 1, so a
 * plain shift of location gives its growing side.
 *
 * @returns null when the shares are the same everywhere
 */
export function largestShift(target: Float64Array, baseline: Float64Array): Shift | null {
  const difference = target.map((share, i) => share - at(baseline, i));
  const [gain, loss] = [largestRun(difference), largestRun(difference.map((value) => -value))];
  const { from, to, total } = loss.total > gain.total * (1 + 1e-9) ? loss : gain;
  return total === 0
    ? null
    : { from, to, target: sumBetween(target, from, to), baseline: sumBetween(baseline, from, to) };
}
