import { f64, u32, u8 } from '../element.ts';
import type { ItemTable } from './item-table.ts';
import { hashText } from './text-bytes.ts';
import { TextIndex } from './text-index.ts';

/** An item table that grows. Arrays are longer than what is used of them. */
interface GrowingTable extends ItemTable {
  bytes: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
  hashes: Uint32Array;
  weights: Float64Array;
}

/** Adds weights of texts. */
export class WeightTable {
  private readonly table: GrowingTable = {
    bytes: new Uint8Array(1024),
    starts: new Uint32Array(64),
    ends: new Uint32Array(64),
    hashes: new Uint32Array(64),
    weights: new Float64Array(64),
  };
  private readonly index = new TextIndex(64);
  private bytesEnd = 0;
  private count = 0;

  /** Number of distinct texts. */
  get size(): number {
    return this.count;
  }

  /** Adds to the weight of bytes[start..end). */
  add(bytes: Uint8Array, start: number, end: number, weight: number, hash = hashText(bytes, start, end)): void {
    const index = this.index.findOrEnter(this.table, this.count, bytes, start, end, hash);
    if (index === this.count) this.append(bytes, start, end, hash);
    const { weights } = this.table;
    weights[index] = f64(weights, index) + weight;
  }

  /** Adds every text of a table. */
  addTable(added: ItemTable): void {
    const { bytes, starts, ends, weights, hashes } = added;
    for (let i = 0; i < weights.length; i++) {
      this.add(bytes, u32(starts, i), u32(ends, i), f64(weights, i), u32(hashes, i));
    }
  }

  /** The texts so far, in the order of their first arrival. Later additions do not change it. */
  toTable(): ItemTable {
    const { bytes, starts, ends, hashes, weights } = this.table;
    const { count, bytesEnd } = this;
    return {
      bytes: bytes.slice(0, bytesEnd),
      starts: starts.slice(0, count),
      ends: ends.slice(0, count),
      hashes: hashes.slice(0, count),
      weights: weights.slice(0, count),
    };
  }

  private append(bytes: Uint8Array, start: number, end: number, hash: number): void {
    const { table, count } = this;
    if (count === table.weights.length) this.growEntries();
    const { bytesEnd } = this;
    this.bytesEnd += end - start;
    if (this.bytesEnd > table.bytes.length) this.growBytes();
    // Texts are short: a loop is quicker than a view and `set`.
    for (let i = start; i < end; i++) table.bytes[bytesEnd + i - start] = u8(bytes, i);
    table.starts[count] = bytesEnd;
    table.ends[count] = this.bytesEnd;
    table.hashes[count] = hash;
    this.count++;
  }

  private growBytes(): void {
    const bytes = new Uint8Array(2 * this.bytesEnd);
    bytes.set(this.table.bytes);
    this.table.bytes = bytes;
  }

  private growEntries(): void {
    const { table } = this;
    const length = 2 * this.count;
    table.starts = grownCopy(table.starts, length);
    table.ends = grownCopy(table.ends, length);
    table.hashes = grownCopy(table.hashes, length);
    const weights = new Float64Array(length);
    weights.set(table.weights);
    table.weights = weights;
  }
}

function grownCopy(array: Uint32Array, length: number): Uint32Array {
  const grown = new Uint32Array(length);
  grown.set(array);
  return grown;
}
