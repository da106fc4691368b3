import type { ColumnProfile, RawColumn } from '../profile/index.ts';

/** What the objects around the sketches cost. */
const objectBytes = 500;

/** What a text takes that a merge may add. */
const itemBytes = 100;

function registerBytes({ cardinality }: ColumnProfile): number {
  if (cardinality === null) {
    return 0;
  }
  return cardinality.mode === 'HLL'
    ? cardinality.packed.byteLength + cardinality.exceptions.byteLength
    : cardinality.coupons.byteLength;
}

/** From the stored bytes, at most as many as the sketch can keep: to count the items would decode them. */
function frequentItemsBytes({ frequentItems }: ColumnProfile, raw: readonly RawColumn[]): number {
  if (frequentItems === null) {
    return 0;
  }
  const stored = raw.map(({ components }) => components.get('frequent_items/frequent_strings')?.length ?? 0);
  const total = stored.reduce((sum, bytes) => sum + bytes, 0);
  const largest = stored.reduce((most, bytes) => Math.max(most, bytes), 0);
  return Math.min(total, largest + itemBytes * 2 ** frequentItems.lgMax);
}

/** About what a decoded column holds in memory, in bytes. */
export function columnBytes(column: ColumnProfile, raw: readonly RawColumn[]): number {
  const items = column.distribution?.kll.items.byteLength ?? 0;
  return objectBytes + items + registerBytes(column) + frequentItemsBytes(column, raw);
}
