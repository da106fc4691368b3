import type { DistanceName } from '../contract/index.ts';
import { at } from './element.ts';

/** Least share in the logarithms of KL divergence and PSI: 1e-7 as a 32-bit float, as in WhyLabs' engine. */
export const clipFloor = 1.0000000116860974e-7;

function clip(share: number): number {
  return Math.min(1, Math.max(clipFloor, share));
}

/** x ln(x / y), 0 where x is. The other special value of the formula, infinity, needs a y of 0: a mean with x has none. */
function relativeEntropy(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(x / y);
}

/** One cell's summand. p1 is the baseline's share, p2 the target's. */
type Term = (p1: number, p2: number) => number;

const terms: Readonly<Record<DistanceName, Term>> = {
  hellinger: (p1, p2) => (Math.sqrt(p2) - Math.sqrt(p1)) ** 2,
  kl_divergence: (p1, p2) => clip(p1) * Math.log(clip(p1) / clip(p2)),
  psi: (p1, p2) => (clip(p1) - clip(p2)) * Math.log(clip(p1) / clip(p2)),
  jensenshannon: (p1, p2) => relativeEntropy(p1, (p1 + p2) / 2) + relativeEntropy(p2, (p1 + p2) / 2),
};

/** From the sum of the cells' terms to the distance. */
const closings: Readonly<Record<DistanceName, (sum: number) => number>> = {
  hellinger: (sum) => Math.sqrt(sum) / Math.SQRT2,
  kl_divergence: (sum) => Math.min(sum, Number.MAX_VALUE),
  psi: (sum) => sum,
  // Rounding can leave a sum just below zero where the shares are equal.
  jensenshannon: (sum) => Math.sqrt(Math.max(0, sum) / 2),
};

function termsOf(name: DistanceName, baseline: Float64Array, target: Float64Array): Float64Array {
  if (baseline.length !== target.length) {
    throw new RangeError(`a distance needs as many cells on both sides, not ${baseline.length} and ${target.length}`);
  }
  const term = terms[name];
  return baseline.map((p1, i) => term(p1, at(target, i)));
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) {
    sum += value;
  }
  return sum;
}

/**
 * The distance of two discrete distributions over the same cells (spec/analyzers.md b.5). Natural logarithms.
 * Hellinger lies in [0, 1], the Jensen-Shannon distance in [0, sqrt(ln 2)]; the others are unbounded above.
 *
 * @param baseline share of each cell, usually summing to 1; without a "rest" cell they may sum to less
 * @param target likewise
 * @returns NaN when a share is NaN
 * @throws RangeError when the sides differ in length
 */
export function distance(name: DistanceName, baseline: Float64Array, target: Float64Array): number {
  return closings[name](sumOf(termsOf(name, baseline, target)));
}

/**
 * How much each cell contributes to the distance, as shares that sum to 1: the cell's summand over the sum of all.
 * All zero when the distributions are equal. A share can be negative for KL divergence alone, whose terms can.
 */
export function contributions(name: DistanceName, baseline: Float64Array, target: Float64Array): Float64Array {
  const all = termsOf(name, baseline, target);
  const sum = sumOf(all);
  return sum === 0 ? new Float64Array(all.length) : all.map((term) => term / sum);
}
