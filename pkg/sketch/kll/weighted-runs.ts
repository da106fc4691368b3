import { f64, u32, u8 } from '../element.ts';
import type { KllSketch } from './kll-sketch.ts';
import { sortRange } from './sort-range.ts';
import { StoredKll } from './stored-kll.ts';

/** Items with their levels: the weight of an item is 2^level. */
export interface WeightedItems {
  readonly items: Float64Array<ArrayBuffer>;
  readonly levels: Uint8Array<ArrayBuffer>;
}

/** Ascending runs of items, one behind the other. */
export interface WeightedRuns extends WeightedItems {
  /** Start of each run, then the end of the last. */
  readonly starts: Uint32Array;
}

/** Copies the levels of the sketches one behind the other, level 0 sorted. Empty levels are left out. */
export function joinRuns(sketches: readonly KllSketch[]): WeightedRuns {
  let count = 0;
  let numLevels = 0;
  for (const { levels } of sketches) {
    count += u32(levels, levels.length - 1);
    numLevels += levels.length - 1;
  }
  const items = new Float64Array(count);
  const bytes = new Uint8Array(items.buffer);
  const levels = new Uint8Array(count);
  const starts = new Uint32Array(numLevels + 1);
  let runs = 0;
  let end = 0;
  for (const sketch of sketches) {
    const { buffer, byteOffset, byteLength } = StoredKll.viewOf(sketch);
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), 8 * end);
    for (let level = 0; level + 1 < sketch.levels.length; level++) {
      const length = u32(sketch.levels, level + 1) - u32(sketch.levels, level);
      if (length === 0) continue;
      if (level === 0 && !sketch.isLevelZeroSorted) sortRange(items, end, end + length);
      end += length;
      levels.fill(level, end - length, end);
      starts[++runs] = end;
    }
  }
  return { items, levels, starts: starts.subarray(0, runs + 1) };
}

/**
 * Merges runs pairwise until one is left. Equal items come in ascending order of level, whatever the order of the runs:
 * the whylogs convention of quantiles can tell the difference. The given arrays are used up.
 *
 * Measured on Node 24, against a radix sort of the same pairs: 27 against 115 microseconds for one full sketch of
 * k 1024, 4 against 3 milliseconds for thirty.
 */
export function mergeRuns(runs: WeightedRuns): WeightedItems {
  let { items, levels } = runs;
  let starts = runs.starts;
  let mergedItems = new Float64Array(items.length);
  let mergedLevels = new Uint8Array(items.length);
  while (starts.length > 2) {
    const mergedStarts = new Uint32Array((starts.length + 2) >> 1);
    let run = 0;
    for (; run + 2 < starts.length; run += 2) {
      mergePair(items, levels, u32(starts, run), u32(starts, run + 1), u32(starts, run + 2), mergedItems, mergedLevels);
      mergedStarts[run / 2 + 1] = u32(starts, run + 2);
    }
    if (run + 1 < starts.length) {
      const start = u32(starts, run);
      mergedItems.set(items.subarray(start), start);
      mergedLevels.set(levels.subarray(start), start);
      mergedStarts[run / 2 + 1] = items.length;
    }
    [items, mergedItems] = [mergedItems, items];
    [levels, mergedLevels] = [mergedLevels, levels];
    starts = mergedStarts;
  }
  return { items, levels };
}

function mergePair(
  items: Float64Array,
  levels: Uint8Array,
  leftStart: number,
  rightStart: number,
  end: number,
  toItems: Float64Array,
  toLevels: Uint8Array
): void {
  let i = leftStart;
  let j = rightStart;
  let left = f64(items, i);
  let right = f64(items, j);
  for (let to = leftStart; to < end; to++) {
    const takesRight = right < left || (right === left && u8(levels, j) < u8(levels, i));
    if (takesRight) {
      toItems[to] = right;
      toLevels[to] = u8(levels, j++);
      // Infinity would not do as an end mark: it is a legal item.
      if (j === end) return copyRest(items, levels, i, rightStart, to + 1, toItems, toLevels);
      right = f64(items, j);
    } else {
      toItems[to] = left;
      toLevels[to] = u8(levels, i++);
      if (i === rightStart) return copyRest(items, levels, j, end, to + 1, toItems, toLevels);
      left = f64(items, i);
    }
  }
}

function copyRest(
  items: Float64Array,
  levels: Uint8Array,
  from: number,
  end: number,
  to: number,
  toItems: Float64Array,
  toLevels: Uint8Array
): void {
  for (let i = from; i < end; i++) {
    toItems[to + i - from] = f64(items, i);
    toLevels[to + i - from] = u8(levels, i);
  }
}

const weights = Float64Array.from({ length: 64 }, (_, level) => 2 ** level);

/** Weight of the items up to and including each. */
export function cumulate(levels: Uint8Array): Float64Array {
  const cumulativeWeights = new Float64Array(levels.length);
  let weight = 0;
  for (let i = 0; i < levels.length; i++) {
    weight += f64(weights, u8(levels, i));
    cumulativeWeights[i] = weight;
  }
  return cumulativeWeights;
}
