import { at } from './element.ts';
import type { ModelPerformance } from './model-performance.ts';
import type { ObjectWindow } from './object-window.ts';
import { ProfileError, quoted } from './profile-error.ts';
import type { ProfileLimits } from './profile-limits.ts';
import type { Profile } from './profile.ts';
import { metadataOf, segmentTagsOf } from './properties.ts';
import { RawColumn } from './raw-column.ts';
import { type ByteRange, readRanges } from './read-ranges.ts';
import { type ChunkBytes, readChunks } from './v1-chunks.ts';
import type { V1Head } from './v1-head.ts';

/** What an opened profile takes beside its head, and for each of its columns. Measured with 1,000 columns. */
const openBytes = 4096;
const columnBytes = 56;

/** A v1 profile whose head was read. */
export class V1Profile implements Profile {
  readonly format = 'v1';
  readonly object: string;
  readonly datasetTimestampMs: number | null;
  readonly creationTimestampMs: number | null;
  readonly segmentTags: ReadonlyMap<string, string>;
  readonly metadata: ReadonlyMap<string, string>;
  private readonly head: V1Head;
  private readonly window: ObjectWindow;
  private readonly limits: ProfileLimits;
  private names: readonly string[] | null = null;

  constructor(head: V1Head, window: ObjectWindow, limits: ProfileLimits) {
    const { properties, headerTags } = head;
    this.object = window.source.name;
    this.datasetTimestampMs = properties.datasetTimestampMs;
    this.creationTimestampMs = properties.creationTimestampMs;
    this.segmentTags = segmentTagsOf(headerTags, properties.tags);
    this.metadata = metadataOf(properties);
    this.head = head;
    this.window = window;
    this.limits = limits;
  }

  get heldBytes(): number {
    const { start, base, columns } = this.head;
    return openBytes + (base - start) + columnBytes * columns.length;
  }

  get columnNames(): readonly string[] {
    this.names ??= this.head.columns.names();
    return this.names;
  }

  async readColumn(name: string): Promise<RawColumn | null> {
    const located = this.locate(name);
    return located === null ? null : this.rawColumn(located, await readRanges(this.window, rangesOf(located)));
  }

  async readColumns(names: readonly string[] = this.columnNames): Promise<readonly RawColumn[]> {
    const found = names.flatMap((name) => this.locate(name) ?? []);
    const bytes = await readRanges(this.window, found.flatMap(rangesOf));
    let next = 0;
    return found.map((located) => {
      const first = next;
      next += rangesOf(located).length;
      return this.rawColumn(located, bytes.slice(first, next));
    });
  }

  // v1 has no message for it: whylogs writes such profiles as v0 (spec 1.5).
  async readPerformance(): Promise<ModelPerformance | null> {
    return null;
  }

  /** @param bytes those of the column's ranges, in their order */
  private rawColumn({ name, ranges }: LocatedColumn, bytes: readonly Uint8Array[]): RawColumn {
    if (ranges instanceof ProfileError) {
      return new RawColumn(this.object, name, () => {
        throw ranges;
      });
    }
    const chunks = bytes.map((chunk, i): ChunkBytes => ({ bytes: chunk, offset: at(ranges, i).start }));
    return new RawColumn(this.object, name, () => readChunks(this.object, name, chunks, this.head.paths));
  }

  /** The bytes of a column's chunks, or the reason why they cannot be told. */
  private locate(name: string): LocatedColumn | null {
    const offsets = this.head.columns.find(name);
    if (offsets === null) return null;
    const { base, length } = this.head;
    const fail = (code: 'corrupt' | 'limit', what: string, offset: number): LocatedColumn => ({
      name,
      ranges: new ProfileError(code, this.object, `column ${quoted(name)}: ${what}`, offset),
    });
    const ranges: ByteRange[] = [];
    let bytes = 0;
    for (const offset of offsets) {
      if (offset >= length) return fail('corrupt', `chunk offset ${offset} lies beyond the data area`, base);
      const end = this.head.columns.endOf(offset, length);
      if (end === null) return fail('corrupt', 'two chunks begin', base + offset);
      ranges.push({ start: base + offset, end: base + end });
      bytes += end - offset;
    }
    if (bytes > this.limits.columnBytes) {
      return fail('limit', `${bytes} bytes, more than columnBytes allows`, base + (offsets[0] ?? 0));
    }
    return { name, ranges };
  }
}

interface LocatedColumn {
  readonly name: string;
  readonly ranges: readonly ByteRange[] | ProfileError;
}

function rangesOf({ ranges }: LocatedColumn): readonly ByteRange[] {
  return ranges instanceof ProfileError ? [] : ranges;
}
