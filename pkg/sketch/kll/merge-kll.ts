import { f64, u32 } from '../element.ts';
import { maxCount } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { CoinFlips } from './coin-flips.ts';
import { compactRun } from './compact-run.ts';
import { KllBuilder } from './kll-builder.ts';
import type { KllSketch } from './kll-sketch.ts';
import { levelCapacity, totalCapacity } from './level-capacity.ts';
import { sortRange } from './sort-range.ts';

/**
 * Merges as whylogs does (spec 5.1.6): k stays the left side's, the right side's level 0 is inserted value by value, the
 * levels above are merged and compacted from below until everything has room. Sketches of unequal k or item size may
 * meet. The same operands in the same order with the same seed give the same sketch. For a window of batches use
 * `sortedView` or `unionQuantiles`: they lose nothing.
 *
 * @param seed decides the coins; any number
 * @throws SketchError `limit` when n would exceed 2^53 - 1
 */
export function mergeKll(left: KllSketch, right: KllSketch, seed: number): KllSketch {
  if (right.n === 0) return left;
  const n = left.n + right.n;
  if (n > maxCount) throw new SketchError('limit', 'KLL sketch: n of the merged sketch exceeds 2^53 - 1');
  const builder = KllBuilder.from(left, seed);
  const levelZeroEnd = u32(right.levels, 1);
  for (let i = 0; i < levelZeroEnd; i++) builder.update(f64(right.items, i));
  const inserted = builder.toSketch();
  const isRightExact = right.levels.length === 2;
  const levels = isRightExact ? inserted : compress(left.k, mergeLevels(inserted, right), new CoinFlips(seed, 1));
  return {
    ...inserted,
    ...levels,
    n,
    minK: isRightExact ? left.minK : Math.min(left.minK, right.minK),
    min: left.n === 0 ? right.min : Math.min(left.min, right.min),
    max: left.n === 0 ? right.max : Math.max(left.max, right.max),
  };
}

/** The levels of both sides, merged one by one; level 0 is the left side's alone. */
function mergeLevels(left: KllSketch, right: KllSketch): Float64Array[] {
  const numLevels = Math.max(left.levels.length, right.levels.length) - 1;
  return Array.from({ length: numLevels }, (_, level) =>
    level === 0 ? levelItems(left, 0) : mergeAscending(levelItems(left, level), levelItems(right, level))
  );
}

function levelItems(sketch: KllSketch, level: number): Float64Array {
  return sketch.items.subarray(sketch.levels[level] ?? sketch.items.length, sketch.levels[level + 1]);
}

function mergeAscending(left: Float64Array, right: Float64Array): Float64Array {
  const merged = new Float64Array(left.length + right.length);
  let i = 0;
  let j = 0;
  for (let to = 0; to < merged.length; to++) {
    const takesLeft = j === right.length || (i < left.length && f64(left, i) <= f64(right, j));
    merged[to] = takesLeft ? f64(left, i++) : f64(right, j++);
  }
  return merged;
}

/** Compacts from the lowest level up whatever is over its capacity, as long as all levels together are. */
function compress(k: number, runs: Float64Array[], coins: CoinFlips): Pick<KllSketch, 'items' | 'levels'> {
  let count = runs.reduce((sum, run) => sum + run.length, 0);
  let capacity = totalCapacity(k, runs.length);
  for (let level = 0; level < runs.length; level++) {
    const run = runs[level] ?? new Float64Array(0);
    if (count < capacity || run.length < levelCapacity(k, runs.length, level)) continue;
    if (level === runs.length - 1) {
      runs.push(new Float64Array(0));
      capacity += levelCapacity(k, runs.length, 0);
    }
    const odd = run.length % 2;
    const above = runs[level + 1] ?? new Float64Array(0);
    const half = (run.length - odd) / 2;
    const joined = new Float64Array(run.length - odd + above.length);
    joined.set(run.subarray(odd));
    joined.set(above, run.length - odd);
    if (level === 0) sortRange(joined, 0, run.length - odd);
    compactRun(joined, 0, run.length - odd, above.length, coins.next());
    runs[level] = run.slice(0, odd);
    runs[level + 1] = joined.subarray(half);
    count -= half;
  }
  return concatenate(runs, count);
}

function concatenate(runs: readonly Float64Array[], count: number): Pick<KllSketch, 'items' | 'levels'> {
  const items = new Float64Array(count);
  const levels = new Uint32Array(runs.length + 1);
  let end = 0;
  runs.forEach((run, level) => {
    items.set(run, end);
    end += run.length;
    levels[level + 1] = end;
  });
  return { items, levels };
}
