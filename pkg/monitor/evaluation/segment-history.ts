import { createHash } from 'node:crypto';
import type { Granularity, Segment } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import type { DatasetIndex } from '../../timeline/index.ts';
import { batchMembers } from '../../timeline/index.ts';

const noEntries: readonly CatalogEntry[] = [];

function digestOf(texts: readonly string[]): string {
  return createHash('sha1').update(texts.join('\n')).digest('base64');
}

function entryId({ object, index }: CatalogEntry): string {
  return `${object.version}@${object.key}#${index}`;
}

/** The batches of one segment, looked up when they are asked for, each once. */
export class SegmentHistory {
  readonly segment: Segment;
  /** True when one of several partitions of the same rows was chosen somewhere. */
  wasChosen = false;
  readonly #dataset: DatasetIndex;
  readonly #granularity: Granularity;
  readonly #entries = new Map<number, readonly CatalogEntry[]>();
  readonly #digests = new Map<number, string>();

  constructor(dataset: DatasetIndex, granularity: Granularity, segment: Segment) {
    this.segment = segment;
    this.#dataset = dataset;
    this.#granularity = granularity;
  }

  /** The profiles of the batch that begins at `startMs`; empty without any. */
  entries(startMs: number): readonly CatalogEntry[] {
    let entries = this.#entries.get(startMs);
    if (entries === undefined) {
      const bucket = this.#dataset.bucket(this.#granularity, startMs);
      const batch = bucket.length === 0 ? null : batchMembers(bucket, this.segment);
      this.wasChosen ||= batch?.wasChosen ?? false;
      entries = batch?.members ?? noEntries;
      this.#entries.set(startMs, entries);
    }
    return entries;
  }

  /** Identifies the profiles of a batch. */
  digest(startMs: number): string {
    let digest = this.#digests.get(startMs);
    if (digest === undefined) {
      const entries = this.entries(startMs);
      digest = entries.length === 0 ? '-' : digestOf(entries.map(entryId));
      this.#digests.set(startMs, digest);
    }
    return digest;
  }

  /** When the newest profile of some batches arrived, epoch ms; null when none says. */
  newestArrival(starts: readonly number[]): number | null {
    let newest: number | null = null;
    for (const start of starts) {
      for (const { arrivalMs } of this.entries(start)) {
        newest = arrivalMs === null ? newest : Math.max(newest ?? arrivalMs, arrivalMs);
      }
    }
    return newest;
  }

  /** The profiles of a reference that belong to the segment. */
  reference(profileId: string): readonly CatalogEntry[] {
    return batchMembers(this.#dataset.references.get(profileId) ?? [], this.segment).members;
  }
}

/** Identifies anything that is written as texts. */
export { digestOf, entryId };
