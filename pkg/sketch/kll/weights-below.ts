import { doubleIn, f64, u32 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';
import { StoredKll } from './stored-kll.ts';

/**
 * Weight of a sketch's items below each split: what `weightsBelow` says of its sorted view, without the view. For a
 * sketch that is asked once or a few times: to sort it costs ten times as much, and a view is twice as large as the
 * sketch. Exact integers. All 0 when n = 0.
 *
 * @param splits ascending; equal ones may repeat
 * @throws SketchError `argument` when the splits do not ascend, or one is NaN
 */
export function kllWeightsBelow(sketch: KllSketch, splits: Float64Array): Float64Array {
  requireOrder(splits);
  const { levels, isLevelZeroSorted } = sketch;
  const items = StoredKll.viewOf(sketch);
  const weights = new Float64Array(splits.length);
  for (let level = 0, weight = 1; level + 1 < levels.length; level++, weight *= 2) {
    const from = u32(levels, level);
    const to = u32(levels, level + 1);
    if (level > 0 || isLevelZeroSorted) addAscending(items, from, to, weight, splits, weights);
    else addUnsorted(items, from, to, splits, weights);
  }
  return weights;
}

/** Adds an ascending run of items of one weight. */
function addAscending(
  items: DataView,
  from: number,
  to: number,
  weight: number,
  splits: Float64Array,
  weights: Float64Array
): void {
  let index = from;
  for (let i = 0; i < splits.length; i++) {
    const split = f64(splits, i);
    let high = to;
    while (index < high) {
      const middle = (index + high) >>> 1;
      if (doubleIn(items, middle) < split) index = middle + 1;
      else high = middle;
    }
    weights[i] = f64(weights, i) + weight * (index - from);
  }
}

/** Adds a run of items of weight 1 in any order: each is looked for among the splits. */
function addUnsorted(items: DataView, from: number, to: number, splits: Float64Array, weights: Float64Array): void {
  // Items whose first split above them is the one at each index.
  const found = new Float64Array(splits.length + 1);
  for (let i = from; i < to; i++) {
    const item = doubleIn(items, i);
    let low = 0;
    let high = splits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (f64(splits, middle) <= item) low = middle + 1;
      else high = middle;
    }
    found[low] = f64(found, low) + 1;
  }
  let count = 0;
  for (let i = 0; i < splits.length; i++) {
    count += f64(found, i);
    weights[i] = f64(weights, i) + count;
  }
}

function requireOrder(splits: Float64Array): void {
  let previous = -Infinity;
  for (let i = 0; i < splits.length; i++) {
    const split = f64(splits, i);
    // NaN fails the comparison, too.
    if (!(split >= previous)) {
      throw new SketchError('argument', `KLL sketch: split ${split} stands behind ${previous}; sort the splits`);
    }
    previous = split;
  }
}
