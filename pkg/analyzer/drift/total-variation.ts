import type { CommonCells } from '../drift-cells.ts';
import { at } from '../element.ts';
import { type Measured, sharesOfSum } from './measured.ts';

/**
 * The total variation distance over common cells: half the sum of |baseline's share - target's share|, from 0 to 1; the
 * share of values that would have to change cells.
 */
export function measureTotalVariation({ baseline, target }: CommonCells): Measured {
  const terms = Array.from(baseline, (share, i) => Math.abs(share - at(target, i)));
  return { value: terms.reduce((sum, term) => sum + term, 0) / 2, contribution: sharesOfSum(terms), note: '' };
}
