import { doubleIn, u32 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

type Facts = Pick<KllSketch, 'levels' | 'min' | 'max' | 'isLevelZeroSorted'>;

/**
 * Throws unless every item lies within min and max and every level that must ascend does. One pass at reading time
 * (about a nanosecond an item), so that nothing later has to doubt the order. NaN fails every comparison.
 *
 * @param firstItem where the items begin in the image, and `itemBytes` their size there: for the offset in the error
 */
export function checkItems(sketch: Facts, items: DataView, firstItem: number, itemBytes: number): void {
  const { levels, min, max } = sketch;
  for (let level = 0; level + 1 < levels.length; level++) {
    const start = u32(levels, level);
    const end = u32(levels, level + 1);
    const isAscending = level > 0 || sketch.isLevelZeroSorted;
    const wrong = isAscending ? firstDisorder(items, start, end, min, max) : firstOutside(items, start, end, min, max);
    if (wrong < end) {
      const item = doubleIn(items, wrong);
      const reason = item >= min && item <= max ? 'out of order' : `outside min ${min} and max ${max}`;
      throw new SketchError('corrupt', `KLL sketch: item ${item} is ${reason}`, firstItem + wrong * itemBytes);
    }
  }
}

/** Index of the first item that is less than the one before, less than min or greater than max; `end` when none is. */
function firstDisorder(items: DataView, start: number, end: number, min: number, max: number): number {
  let least = min;
  let i = start;
  for (; i < end; i++) {
    const item = doubleIn(items, i);
    if (!(item >= least)) return i;
    least = item;
  }
  return least <= max ? end : firstOutside(items, start, end, min, max);
}

function firstOutside(items: DataView, start: number, end: number, min: number, max: number): number {
  let i = start;
  while (i < end && doubleIn(items, i) >= min && doubleIn(items, i) <= max) i++;
  return i;
}
