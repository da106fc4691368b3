import type { DistanceName } from '../../contract/index.ts';
import { contributions, distance } from '../distance.ts';
import type { CommonCells } from '../drift-cells.ts';

/** What an algorithm finds. */
export interface Measured {
  readonly value: number;
  /** Each cell's share of the value. */
  readonly contribution: ArrayLike<number> & Iterable<number>;
  /** For people, behind the comparison with the threshold; empty: nothing to add. */
  readonly note: string;
  /** Of algorithms that are tests; null where the sides are too small for one, undefined where there is none. */
  readonly pValue?: number | null;
}

/** Shares of a sum; all 0 where it is 0 or infinite. */
export function sharesOfSum(terms: readonly number[]): number[] {
  const sum = terms.reduce((total, term) => total + term, 0);
  return sum !== 0 && Number.isFinite(sum) ? terms.map((term) => term / sum) : terms.map(() => 0);
}

/** WhyLabs' four distances. */
export function measureDistance(name: DistanceName, { baseline, target }: CommonCells): Measured {
  const value = distance(name, baseline, target);
  // Rounding can leave terms where the distance is none.
  const contribution = value === 0 ? baseline.map(() => 0) : contributions(name, baseline, target);
  return { value, contribution, note: '' };
}
