import { decodeItems } from './decode-items.ts';
import type { FrequentItem, FrequentItems } from './frequent-items.ts';
import { orderOf, type ItemTable } from './item-table.ts';
import { WeightTable } from './weight-table.ts';

/** Frequent items over a table; strings are made when they are asked for. */
export class StoredFrequentItems implements FrequentItems {
  readonly lgMax: number;
  readonly totalWeight: number;
  readonly offset: number;
  readonly table: ItemTable;
  private decoded: readonly FrequentItem[] | null = null;

  constructor(lgMax: number, totalWeight: number, offset: number, table: ItemTable) {
    this.lgMax = lgMax;
    this.totalWeight = totalWeight;
    this.offset = offset;
    this.table = table;
  }

  get items(): readonly FrequentItem[] {
    this.decoded ??= decodeItems(this.table, orderOf(this.table));
    return this.decoded;
  }
}

const encoder = new TextEncoder();

/** The table behind a sketch; made from its items when it is a plain object. */
export function tableOf(sketch: FrequentItems): ItemTable {
  if (sketch instanceof StoredFrequentItems) return sketch.table;
  const table = new WeightTable();
  for (const { value, weight, bytes = encoder.encode(value) } of sketch.items)
    table.add(bytes, 0, bytes.length, weight);
  return table.toTable();
}
