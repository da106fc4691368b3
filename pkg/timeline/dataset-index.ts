import type { CatalogEntry, CatalogSnapshot, RejectedObject } from '../store/index.ts';
import { dateHint, StoreError } from '../store/index.ts';
import type { BucketSize } from './bucket.ts';
import { bucketStart } from './bucket.ts';

const dayMs = 86_400_000;

/** The profiles of one dataset, by bucket and by reference. */
export class DatasetIndex {
  readonly datasetId: string;
  /** Profiles in time, reference profiles left out. */
  readonly entries: readonly CatalogEntry[];
  readonly references: ReadonlyMap<string, readonly CatalogEntry[]>;
  /** Objects of this dataset, or of none that can be told, that no answer holds. */
  readonly rejected: readonly RejectedObject[];
  readonly #buckets = new Map<BucketSize, ReadonlyMap<number, readonly CatalogEntry[]>>();

  constructor(datasetId: string, entries: readonly CatalogEntry[], rejected: readonly RejectedObject[]) {
    this.datasetId = datasetId;
    this.entries = entries.filter(({ profileId }) => profileId === null);
    this.rejected = rejected;
    const references = new Map<string, CatalogEntry[]>();
    for (const entry of entries) {
      if (entry.profileId !== null) {
        const list = references.get(entry.profileId) ?? [];
        list.push(entry);
        references.set(entry.profileId, list);
      }
    }
    this.references = references;
  }

  /** The profiles whose time lies in the bucket that begins at `startMs`; empty when there are none. */
  bucket(size: BucketSize, startMs: number): readonly CatalogEntry[] {
    return this.#bySize(size).get(startMs) ?? [];
  }

  /** The profiles of any of the buckets. */
  within(size: BucketSize, starts: readonly number[]): readonly CatalogEntry[] {
    return starts.flatMap((start) => this.bucket(size, start));
  }

  /**
   * The rejected objects that may belong into [startMs, endMs): those whose path names no day, and those whose day,
   * widened by one on each side, overlaps it.
   */
  rejectedNear(startMs: number, endMs: number): readonly RejectedObject[] {
    return this.rejected.filter(({ object }) => {
      const hint = dateHint(object.key);
      return hint === null || (hint.startMs - dayMs < endMs && startMs < hint.endMs + dayMs);
    });
  }

  #bySize(size: BucketSize): ReadonlyMap<number, readonly CatalogEntry[]> {
    const known = this.#buckets.get(size);
    if (known !== undefined) {
      return known;
    }
    const buckets = new Map<number, CatalogEntry[]>();
    for (const entry of this.entries) {
      const start = bucketStart(entry.timestampMs, size);
      const bucket = buckets.get(start);
      if (bucket === undefined) {
        buckets.set(start, [entry]);
      } else {
        bucket.push(entry);
      }
    }
    this.#buckets.set(size, buckets);
    return buckets;
  }
}

/** The datasets of a store, indexed once for each listing. */
export class TimelineIndex {
  readonly listedMs: number;
  readonly rejected: readonly RejectedObject[];
  readonly #datasets = new Map<string, DatasetIndex>();

  constructor({ entries, rejected, listedMs }: CatalogSnapshot) {
    this.listedMs = listedMs;
    this.rejected = rejected;
    const byDataset = new Map<string, CatalogEntry[]>();
    for (const entry of entries) {
      const list = byDataset.get(entry.datasetId);
      if (list === undefined) {
        byDataset.set(entry.datasetId, [entry]);
      } else {
        list.push(entry);
      }
    }
    // A dataset of which nothing can be read is there all the same, and says so.
    for (const { datasetId } of rejected) {
      if (datasetId !== null && !byDataset.has(datasetId)) {
        byDataset.set(datasetId, []);
      }
    }
    for (const [datasetId, list] of byDataset) {
      const own = rejected.filter((object) => object.datasetId === datasetId);
      this.#datasets.set(datasetId, new DatasetIndex(datasetId, list, own));
    }
  }

  /** In code-point order of their ids. */
  get datasets(): readonly DatasetIndex[] {
    return [...this.#datasets.values()].sort((a, b) => (a.datasetId < b.datasetId ? -1 : 1));
  }

  /** @throws StoreError unknown-dataset */
  dataset(datasetId: string): DatasetIndex {
    const found = this.#datasets.get(datasetId);
    if (found === undefined) {
      const known = this.datasets.slice(0, 10).map((dataset) => dataset.datasetId);
      throw new StoreError(
        'unknown-dataset',
        `the store has no dataset "${datasetId}"; ${known.length === 0 ? 'it holds no profiles' : `it has ${known.join(', ')}${this.#datasets.size > known.length ? ', …' : ''}`}`
      );
    }
    return found;
  }
}
