import { f64, u32 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

type Items = Pick<KllSketch, 'items' | 'levels' | 'min' | 'max' | 'isLevelZeroSorted'>;

/**
 * Throws unless every item lies within min and max and every level that must ascend does. One pass at reading time
 * (about a nanosecond an item), so that nothing later has to doubt the order. NaN fails every comparison.
 */
export function checkItems(sketch: Items, firstItem: number, itemBytes: number): void {
  const { items, levels, min, max } = sketch;
  for (let level = 0; level + 1 < levels.length; level++) {
    const end = u32(levels, level + 1);
    const mustAscend = level > 0 || sketch.isLevelZeroSorted;
    let least = min;
    for (let i = u32(levels, level); i < end; i++) {
      const item = f64(items, i);
      if (!(item >= least && item <= max)) {
        const reason = item >= min && item <= max ? 'out of order' : `outside min ${min} and max ${max}`;
        throw new SketchError('corrupt', `KLL sketch: item ${item} is ${reason}`, firstItem + i * itemBytes);
      }
      if (mustAscend) least = item;
    }
  }
}
