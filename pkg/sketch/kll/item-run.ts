import { u32 } from '../element.ts';
import type { KllSketch } from './kll-sketch.ts';

/** Items of one level, or a part of it: items[from..to), each of weight 2^level. */
export interface ItemRun {
  readonly items: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly isAscending: boolean;
}

/** All levels of the sketches as runs, the lowest level of all sketches first. */
export function runsByLevel(sketches: readonly KllSketch[]): ItemRun[] {
  const numLevels = sketches.reduce((most, sketch) => Math.max(most, sketch.levels.length - 1), 0);
  const runs: ItemRun[] = [];
  for (let level = 0; level < numLevels; level++) {
    for (const { items, levels, isLevelZeroSorted } of sketches) {
      if (level + 1 >= levels.length) continue;
      const from = u32(levels, level);
      const to = u32(levels, level + 1);
      if (to > from) runs.push({ items, from, to, level, isAscending: level > 0 || isLevelZeroSorted });
    }
  }
  return runs;
}

/** Number of items in all runs. */
export function countItems(runs: readonly ItemRun[]): number {
  return runs.reduce((sum, run) => sum + run.to - run.from, 0);
}

/** Weight of all items of the runs. */
export function weightOf(runs: readonly ItemRun[]): number {
  return runs.reduce((sum, { from, to, level }) => sum + (to - from) * 2 ** level, 0);
}
