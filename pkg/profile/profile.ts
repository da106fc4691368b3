import type { ModelPerformance } from './model-performance.ts';
import type { RawColumn } from './raw-column.ts';

/** An opened profile. Its head is in memory, its columns are read when asked for. */
export interface Profile {
  readonly format: 'v1' | 'v0';
  /** The object it lies in, as error texts name it; an entry of an archive is `archive!entry`. */
  readonly object: string;
  /** The time the data belong to, epoch milliseconds. A v0 profile without one has its session's time. */
  readonly datasetTimestampMs: number | null;
  /** When the profile was made, epoch milliseconds. */
  readonly creationTimestampMs: number | null;
  /** Without the prefix `whylogs.tag.`, sorted by key; empty for an unsegmented profile. */
  readonly segmentTags: ReadonlyMap<string, string>;
  /** Tags and metadata together, metadata winning, as whylogs returns them; sorted by key. */
  readonly metadata: ReadonlyMap<string, string>;
  /** About what it holds in memory while it is open, in bytes: its head with the index of its columns; of v0 all. */
  readonly heldBytes: number;
  /** In code-point order. */
  readonly columnNames: readonly string[];
  /**
   * Reads one column's bytes, and no other's. Null when the profile has no such column.
   * Whether they are sound shows when the column is decoded, so that a damaged column does not hide its neighbours.
   */
  readColumn(name: string): Promise<RawColumn | null>;
  /** Reads many columns in few requests; those that the profile does not have are left out. Default: all. */
  readColumns(names?: readonly string[]): Promise<readonly RawColumn[]>;
  /**
   * Classification or regression figures; null when there are none. v1 has no place for them, only v0 has.
   * @throws ProfileError when they are damaged.
   */
  readPerformance(): Promise<ModelPerformance | null>;
}
