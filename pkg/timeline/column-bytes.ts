import type { ColumnProfile, RawColumn } from '../profile/index.ts';

/** What the objects around the sketches cost. */
const objectBytes = 500;

/** What a text takes that a merge may add. */
const itemBytes = 100;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function registerBytes({ cardinality }: ColumnProfile): number {
  if (cardinality === null) {
    return 0;
  }
  return cardinality.mode === 'HLL'
    ? cardinality.packed.byteLength + cardinality.exceptions.byteLength
    : cardinality.coupons.byteLength;
}

/** Texts of a merged column: from the stored bytes, at most as many as a sketch keeps. To count them would decode them. */
function mergedItemsBytes({ frequentItems }: ColumnProfile, raw: readonly RawColumn[]): number {
  if (frequentItems === null) {
    return 0;
  }
  const stored = raw.map(({ components }) => components.get('frequent_items/frequent_strings')?.length ?? 0);
  const largest = stored.reduce((most, bytes) => Math.max(most, bytes), 0);
  return Math.min(sum(stored), largest + itemBytes * 2 ** frequentItems.lgMax);
}

/** Sketches that were not merged are views of the stored bytes, or copies beside them where these are not aligned. */
function storedBytes({ components }: RawColumn): number {
  return sum([...components.values()].map(({ length }) => length));
}

/** About what a decoded column holds in memory, in bytes; `raw`: what it was decoded or merged from. */
export function columnBytes(column: ColumnProfile, raw: readonly RawColumn[]): number {
  const [only, ...others] = raw;
  const items = column.distribution?.kll.items.byteLength ?? 0;
  const rest = only !== undefined && others.length === 0 ? storedBytes(only) : mergedItemsBytes(column, raw);
  return objectBytes + items + registerBytes(column) + rest;
}
