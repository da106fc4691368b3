import { at, byteAt } from './element.ts';
import { compareCodePoints, readText } from './text.ts';

/** What stands for bytes that are not UTF-8. */
const replacement = '\ufffd';

/** Searches by bytes before the names are decoded after all: each costs as much as comparing every name once. */
const searchesByBytes = 8;

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
  /** Columns by name. */
  private decoded: Map<string, number> | null = null;
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
    // A name that is not UTF-8 in the file is known by its text with replacement characters alone.
    const isSpelled = !name.includes(replacement);
    const isByBytes = isSpelled && this.decoded === null && this.searches++ < searchesByBytes;
    const column = isByBytes ? this.findBytes(name) : this.byName().get(name);
    if (column === undefined) return null;
    return this.offsets.slice(at(this.firstOffsets, column), this.firstOffsets[column + 1]);
  }

  private byName(): ReadonlyMap<string, number> {
    if (this.decoded === null) {
      this.decoded = new Map();
      for (let column = 0; column < this.length; column++) {
        const name = readText(this.header, at(this.nameStarts, column), at(this.nameEnds, column));
        this.decoded.set(name, column);
      }
    }
    return this.decoded;
  }

  private findBytes(name: string): number | undefined {
    const wanted = Buffer.from(name, 'utf8');
    for (let column = this.length - 1; column >= 0; column--) {
      const start = at(this.nameStarts, column);
      if (at(this.nameEnds, column) - start !== wanted.length) continue;
      let same = 0;
      while (same < wanted.length && wanted[same] === byteAt(this.header, start + same)) same++;
      if (same === wanted.length) return column;
    }
    return undefined;
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
