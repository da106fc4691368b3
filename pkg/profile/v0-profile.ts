import type { ModelPerformance } from './model-performance.ts';
import type { Profile } from './profile.ts';
import { metadataOf, segmentTagsOf } from './properties.ts';
import { RawColumn } from './raw-column.ts';
import { readModelPerformance } from './read-performance.ts';
import { compareCodePoints } from './text.ts';
import { readV0Column } from './v0-column.ts';
import type { V0Message } from './v0-messages.ts';

/** What an opened profile takes beside its bytes, and for each of its columns. */
const openBytes = 4096;
const columnBytes = 128;

/** A v0 profile. Its bytes are all in memory: v0 has no index that would let one column be found alone. */
export class V0Profile implements Profile {
  readonly format = 'v0';
  readonly object: string;
  readonly datasetTimestampMs: number | null;
  readonly creationTimestampMs: number | null;
  readonly segmentTags: ReadonlyMap<string, string>;
  readonly metadata: ReadonlyMap<string, string>;
  readonly heldBytes: number;
  readonly columnNames: readonly string[];
  private readonly bytes: Uint8Array;
  private readonly message: V0Message;

  constructor(object: string, bytes: Uint8Array, message: V0Message) {
    const { properties, columns } = message;
    this.object = object;
    this.datasetTimestampMs = properties.datasetTimestampMs;
    this.creationTimestampMs = properties.creationTimestampMs;
    this.segmentTags = segmentTagsOf(properties.tags);
    this.metadata = metadataOf(properties);
    this.heldBytes = [...columns.values()].reduce((sum, { start, end }) => sum + columnBytes + end - start, openBytes);
    this.columnNames = [...columns.keys()].sort(compareCodePoints);
    this.bytes = bytes;
    this.message = message;
  }

  async readColumn(name: string): Promise<RawColumn | null> {
    return this.column(name);
  }

  async readColumns(names: readonly string[] = this.columnNames): Promise<readonly RawColumn[]> {
    return names.flatMap((name) => this.column(name) ?? []);
  }

  async readPerformance(): Promise<ModelPerformance | null> {
    const { model } = this.message;
    return model === null ? null : readModelPerformance(this.object, this.bytes, model);
  }

  private column(name: string): RawColumn | null {
    const range = this.message.columns.get(name);
    if (range === undefined) return null;
    return new RawColumn(this.object, name, () => readV0Column(this.object, name, this.bytes, range));
  }
}
