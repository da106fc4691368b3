import { u32 } from '../element.ts';
import { maxCount } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { emptyKll, type KllSketch } from './kll-sketch.ts';

function levelCount({ levels }: KllSketch): number {
  return levels.length - 1;
}

/** The items of one level of all sketches, side by side. */
function joinLevel(sketches: readonly KllSketch[], level: number): Float64Array {
  const parts = sketches.flatMap((sketch) =>
    level < levelCount(sketch) ? [sketch.items.subarray(u32(sketch.levels, level), u32(sketch.levels, level + 1))] : []
  );
  const joined = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    joined.set(part, filled);
    filled += part.length;
  }
  // Levels above 0 ascend in every sketch; level 0 need not, and is marked as unsorted.
  return level === 0 ? joined : joined.sort();
}

/**
 * A window of sketches as one: every retained item keeps its weight, nothing is compacted (design, law 2). Its levels
 * can be longer than k allows in a file, so it is for queries, not for writing.
 *
 * @throws SketchError `limit` when the values are more than 2^53 - 1
 */
export function addKll(sketches: readonly KllSketch[]): KllSketch {
  const filled = sketches.filter(({ n }) => n > 0);
  const [first] = filled;
  if (first === undefined) {
    return sketches[0] ?? emptyKll(1024);
  }
  if (filled.length === 1) {
    return first;
  }
  const n = filled.reduce((sum, sketch) => sum + sketch.n, 0);
  if (n > maxCount) {
    throw new SketchError('limit', `the window holds ${n} values, more than ${maxCount} can be counted exactly`);
  }
  const height = filled.reduce((most, sketch) => Math.max(most, levelCount(sketch)), 0);
  const runs = Array.from({ length: height }, (_, level) => joinLevel(filled, level));
  const levels = new Uint32Array(height + 1);
  runs.forEach((run, level) => {
    levels[level + 1] = u32(levels, level) + run.length;
  });
  const items = new Float64Array(u32(levels, height));
  runs.forEach((run, level) => items.set(run, u32(levels, level)));
  return {
    k: first.k,
    minK: filled.reduce((least, { minK }) => Math.min(least, minK), first.minK),
    n,
    min: filled.reduce((least, { min }) => Math.min(least, min), Infinity),
    max: filled.reduce((most, { max }) => Math.max(most, max), -Infinity),
    levels,
    items,
    isLevelZeroSorted: false,
    itemBytes: 8,
  };
}
