import { u32 } from '../element.ts';
import type { KllSketch } from './kll-sketch.ts';
import { StoredKll } from './stored-kll.ts';

/** Items of one level, or a part of it: items[from..to). */
export interface ItemRun {
  /** Doubles, and nothing else. */
  readonly items: DataView;
  readonly from: number;
  readonly to: number;
  readonly level: number;
  /** Weight of each item: 2^level. Raising to a power takes longer than all else that is done with a short run. */
  readonly weight: number;
  readonly isAscending: boolean;
}

/** All levels of the sketches as runs, the lowest level of all sketches first. */
export function runsByLevel(sketches: readonly KllSketch[]): ItemRun[] {
  const numLevels = sketches.reduce((most, sketch) => Math.max(most, sketch.levels.length - 1), 0);
  const views = sketches.map((sketch) => ({ sketch, items: StoredKll.viewOf(sketch) }));
  const runs: ItemRun[] = [];
  for (let level = 0; level < numLevels; level++) {
    const weight = 2 ** level;
    for (const { sketch, items } of views) {
      const { levels, isLevelZeroSorted } = sketch;
      if (level + 1 >= levels.length) continue;
      const from = u32(levels, level);
      const to = u32(levels, level + 1);
      if (to > from) runs.push({ items, from, to, level, weight, isAscending: level > 0 || isLevelZeroSorted });
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
  return runs.reduce((sum, { from, to, weight }) => sum + (to - from) * weight, 0);
}
