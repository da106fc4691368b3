import { at, byteAt } from './element.ts';
import { compareCodePoints, readText } from './text.ts';

/** What stands for bytes that are not UTF-8. */
const replacement = '\ufffd';

/** Searches from name to name before the names are put in order: each costs as much as comparing every name once. */
const searchesInTurn = 8;

/**
 * Which columns a v1 file has and where their chunks lie, over the bytes of its header.
 * Names stay bytes until somebody asks for them: to read one column of a thousand, no name is decoded.
 */
export class ColumnIndex {
  private readonly header: Uint8Array;
  private readonly nameStarts: number[] = [];
  private readonly nameEnds: number[] = [];
  /** Chunk offsets of all columns, one behind the other, and where those of each column begin: nearly all have one. */
  private readonly offsets: number[] = [];
  private readonly firstOffsets: number[] = [];
  private sorted: Float64Array | null = null;
  /** Columns in the order of their names' bytes; of two with one name the later stands last. */
  private order: Uint32Array | null = null;
  private searches = 0;

  constructor(header: Uint8Array) {
    this.header = header;
  }

  /** Takes up a column: its name as a range of the header, its chunk offsets relative to the data area. */
  add(nameStart: number, nameEnd: number, offsets: readonly number[]): void {
    this.nameStarts.push(nameStart);
    this.nameEnds.push(nameEnd);
    this.firstOffsets.push(this.offsets.length);
    for (const offset of offsets) this.offsets.push(offset);
  }

  get length(): number {
    return this.nameStarts.length;
  }

  /** All names in code-point order. */
  names(): readonly string[] {
    return [...this.byName().keys()].sort(compareCodePoints);
  }

  /** The chunk offsets of a column, or null. Of two entries with one name the later counts, as in any protobuf map. */
  find(name: string): readonly number[] | null {
    const column = this.search(name);
    if (column === undefined) return null;
    return this.offsets.slice(at(this.firstOffsets, column), this.firstOffsets[column + 1]);
  }

  private search(name: string): number | undefined {
    // A name that is not UTF-8 in the file is known by its text with replacement characters alone.
    if (name.includes(replacement)) return this.byName().get(name);
    const wanted = Buffer.from(name, 'utf8');
    return this.searches++ < searchesInTurn ? this.findInTurn(wanted) : this.findInOrder(wanted);
  }

  /** Not kept: the texts of a wide file would take more memory than all else that is known of it. */
  private byName(): ReadonlyMap<string, number> {
    const names = new Map<string, number>();
    for (let column = 0; column < this.length; column++) {
      names.set(readText(this.header, at(this.nameStarts, column), at(this.nameEnds, column)), column);
    }
    return names;
  }

  private findInTurn(wanted: Uint8Array): number | undefined {
    for (let column = this.length - 1; column >= 0; column--) {
      if (this.compare(column, wanted, 0, wanted.length) === 0) return column;
    }
    return undefined;
  }

  private findInOrder(wanted: Uint8Array): number | undefined {
    this.order ??= Uint32Array.from(
      Array.from({ length: this.length }, (_, column) => column).sort(
        (a, b) => this.compare(a, this.header, at(this.nameStarts, b), at(this.nameEnds, b)) || a - b
      )
    );
    // The first name above the wanted one: the one before is it, or it is not there.
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(at(this.order, middle), wanted, 0, wanted.length) <= 0) low = middle + 1;
      else high = middle;
    }
    const column = low === 0 ? undefined : this.order[low - 1];
    return column !== undefined && this.compare(column, wanted, 0, wanted.length) === 0 ? column : undefined;
  }

  /** Compares a column's name with other bytes: below 0 when it stands before them, 0 when they are the same. */
  private compare(column: number, bytes: Uint8Array, start: number, end: number): number {
    const from = at(this.nameStarts, column);
    const length = at(this.nameEnds, column) - from;
    const common = Math.min(length, end - start);
    for (let i = 0; i < common; i++) {
      const difference = byteAt(this.header, from + i) - byteAt(bytes, start + i);
      if (difference !== 0) return difference;
    }
    return length - (end - start);
  }

  /** Where the chunk at `offset` must end at the latest: the next chunk, or `end`. Null when two chunks start there. */
  endOf(offset: number, end: number): number | null {
    this.sorted ??= new Float64Array(this.offsets).sort();
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? NaN) <= offset) low = middle + 1;
      else high = middle;
    }
    if (low >= 2 && this.sorted[low - 2] === offset) return null;
    return low < this.sorted.length ? Math.min(at(this.sorted, low), end) : end;
  }
}
