import type { ComponentPlace } from './component-path.ts';
import { at } from './element.ts';

/** The component messages of a column, as ranges of some bytes. Of two with one path the later counts. */
export interface ColumnEntries {
  readonly bytes: Uint8Array;
  readonly places: readonly ComponentPlace[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The byte of the object that an index of `bytes` came from. */
  offsetOf(index: number): number;
}

/** One column's part of a profile: read, nothing decoded, sketches still views of the bytes that were read. */
export class RawColumn {
  /** The object it came from, for error texts. */
  readonly object: string;
  readonly name: string;
  private readonly load: () => ColumnEntries;

  /** Columns are made by the readers of this room only; `load` finds the components and throws if it cannot. */
  constructor(object: string, name: string, load: () => ColumnEntries) {
    this.object = object;
    this.name = name;
    this.load = load;
  }

  /**
   * Component messages by full path, such as `counts/n`.
   * @throws ProfileError when the column's part of the file is damaged.
   */
  get components(): ReadonlyMap<string, Uint8Array> {
    const { bytes, places, starts, ends } = this.entries();
    return new Map(places.map((place, entry) => [place.path, bytes.subarray(at(starts, entry), at(ends, entry))]));
  }

  /**
   * For this room only. Not kept: finding them takes two microseconds, and thousands of columns that wait to be decoded,
   * or were, would each hold on to theirs.
   */
  entries(): ColumnEntries {
    return this.load();
  }
}
