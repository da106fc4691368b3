import { maxCount } from '../image.ts';
import { SketchError } from '../sketch-error.ts';
import { sketchName } from './frequent-items-layout.ts';
import type { FrequentItems } from './frequent-items.ts';
import { StoredFrequentItems, tableOf } from './stored-frequent-items.ts';
import { WeightTable } from './weight-table.ts';

/**
 * A window of batches: plain sums of weights, offsets and totals, nothing is dropped (design, law 2). The bounds hold as
 * they do for one sketch. The order of the sketches does not matter; lgMax is the greatest of all.
 *
 * @throws SketchError `argument` when there is no sketch, `limit` when the total weight exceeds 2^53 - 1
 */
export function addFrequentItems(sketches: readonly FrequentItems[]): FrequentItems {
  const { lgMax, totalWeight, offset, table } = sum(sketches);
  return new StoredFrequentItems(lgMax, totalWeight, offset, table.toTable());
}

/** The sums before anything is made of them. */
export function sum(sketches: readonly FrequentItems[]) {
  if (sketches.length === 0) {
    throw new SketchError('argument', `${sketchName}: nothing to add; give at least one sketch`);
  }
  const table = new WeightTable();
  let lgMax = 0;
  let totalWeight = 0;
  let offset = 0;
  for (const sketch of sketches) {
    table.addTable(tableOf(sketch));
    lgMax = Math.max(lgMax, sketch.lgMax);
    totalWeight += sketch.totalWeight;
    offset += sketch.offset;
  }
  if (totalWeight > maxCount) {
    throw new SketchError('limit', `${sketchName}: the total weight of all together exceeds 2^53 - 1`);
  }
  return { lgMax, totalWeight, offset, table };
}
