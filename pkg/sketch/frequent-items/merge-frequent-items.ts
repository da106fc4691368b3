import { sum } from './add-frequent-items.ts';
import type { FrequentItems } from './frequent-items.ts';
import { purge } from './purge.ts';
import { StoredFrequentItems } from './stored-frequent-items.ts';

/**
 * Merges within the left side's lgMax (spec 5.3): weights, offsets and total weights add, then the rarer half is dropped
 * as long as there are too many items. Unlike whylogs' merge, which samples weights in the order of its hash table, this
 * one depends on nothing but the two sketches.
 *
 * @throws SketchError `limit` when the total weight exceeds 2^53 - 1
 */
export function mergeFrequentItems(left: FrequentItems, right: FrequentItems): FrequentItems {
  if (right.totalWeight === 0) return left;
  const added = sum([left, right]);
  const { table, lowered } = purge(added.table, left.lgMax);
  return new StoredFrequentItems(left.lgMax, added.totalWeight, added.offset + lowered, table.toTable());
}
