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

/** Sketches that were not merged are views of the stored bytes. */
function storedBytes({ components }: RawColumn): number {
  return sum([...components.values()].map(({ length }) => length));
}

/** Items of a KLL sketch, which are doubles. Not asked of `items`: that would copy those that lie in the stored bytes. */
function kllBytes({ distribution }: ColumnProfile): number {
  return distribution === null ? 0 : 8 * (distribution.kll.levels.at(-1) ?? 0);
}

/** About what a decoded column holds in memory, in bytes; `raw`: what it was decoded or merged from. */
export function columnBytes(column: ColumnProfile, raw: readonly RawColumn[]): number {
  const [only, ...others] = raw;
  if (only === undefined || others.length > 0) {
    return objectBytes + kllBytes(column) + registerBytes(column) + mergedItemsBytes(column, raw);
  }
  // Doubles stay in the stored bytes; the floats of v0 were made doubles beside them.
  const widened = column.distribution?.kll.itemBytes === 4 ? kllBytes(column) : 0;
  return objectBytes + widened + registerBytes(column) + storedBytes(only);
}
