import { f64, u32 } from '../element.ts';
import { capacityOf } from './frequent-items-layout.ts';
import type { ItemTable } from './item-table.ts';
import { WeightTable } from './weight-table.ts';

/** A table within its capacity, and what that cost. */
export interface Purged {
  readonly table: WeightTable;
  /** How much every weight was lowered: to be added to the offset. */
  readonly lowered: number;
}

/**
 * Drops the rarer half of the texts as long as there are too many: every weight is lowered by the median of all weights,
 * and what is left without weight goes (spec 5.3). Each time at least half of 0.75 * 2^lgMax texts lose the median, so all
 * losses together stay below 2.7 / 2^lgMax of the total weight.
 */
export function purge(table: WeightTable, lgMax: number): Purged {
  let kept = table;
  let lowered = 0;
  while (kept.size > capacityOf(lgMax)) {
    const items = kept.toTable();
    const median = medianOf(items.weights);
    kept = lower(items, median);
    lowered += median;
  }
  return { table: kept, lowered };
}

/** The upper one of the two in the middle, as whylogs has it. */
function medianOf(weights: Float64Array): number {
  return f64(weights.toSorted(), weights.length >>> 1);
}

function lower({ bytes, starts, ends, hashes, weights }: ItemTable, median: number): WeightTable {
  const kept = new WeightTable();
  for (let i = 0; i < weights.length; i++) {
    const weight = f64(weights, i) - median;
    if (weight > 0) kept.add(bytes, u32(starts, i), u32(ends, i), weight, u32(hashes, i));
  }
  return kept;
}
