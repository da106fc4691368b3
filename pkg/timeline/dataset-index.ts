import type { CatalogEntry, CatalogSnapshot, RejectedObject } from '../store/index.ts';
import { dateHint, StoreError } from '../store/index.ts';
import type { BucketSize } from './bucket.ts';
import { bucketStart } from './bucket.ts';

const dayMs = 86_400_000;

/** Most datasets that the error for an unknown one names. */
const namedDatasets = 10;

function withoutNull<Value>(groups: ReadonlyMap<string | null, Value>): ReadonlyMap<string, Value> {
  return new Map([...groups].flatMap(([key, group]) => (key === null ? [] : [[key, group] as const])));
}

/** The profiles of one dataset, by bucket and by reference. */
export class DatasetIndex {
  readonly datasetId: string;
  /** Profiles in time, reference profiles left out. */
  readonly entries: readonly CatalogEntry[];
  readonly references: ReadonlyMap<string, readonly CatalogEntry[]>;
  /** Objects of this dataset, or of one that nobody can tell, that are in no answer. */
  readonly rejected: readonly RejectedObject[];
  readonly #buckets = new Map<BucketSize, ReadonlyMap<number, readonly CatalogEntry[]>>();

  constructor(datasetId: string, entries: readonly CatalogEntry[], rejected: readonly RejectedObject[]) {
    const byReference = Map.groupBy(entries, ({ profileId }) => profileId);
    this.datasetId = datasetId;
    this.entries = byReference.get(null) ?? [];
    this.references = withoutNull(byReference);
    this.rejected = rejected;
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
   * widened by one on each side, overlaps it. Parts of reference profiles belong into no interval.
   */
  rejectedNear(startMs: number, endMs: number): readonly RejectedObject[] {
    return this.rejected.filter(({ object, profileId }) => {
      const hint = dateHint(object.key);
      const isNear = hint === null || (hint.startMs - dayMs < endMs && startMs < hint.endMs + dayMs);
      return profileId === null && isNear;
    });
  }

  /** The rejected objects that are parts of a reference profile. */
  rejectedOfReference(reference: string): readonly RejectedObject[] {
    return this.rejected.filter(({ profileId }) => profileId === reference);
  }

  #bySize(size: BucketSize): ReadonlyMap<number, readonly CatalogEntry[]> {
    const known = this.#buckets.get(size);
    if (known !== undefined) {
      return known;
    }
    const buckets = Map.groupBy(this.entries, ({ timestampMs }) => bucketStart(timestampMs, size));
    this.#buckets.set(size, buckets);
    return buckets;
  }
}

/** The datasets of a store, indexed once for each listing. */
export class TimelineIndex {
  readonly listedMs: number;
  readonly rejected: readonly RejectedObject[];
  /** In order of their ids. */
  readonly datasets: readonly DatasetIndex[];
  readonly #byId: ReadonlyMap<string, DatasetIndex>;

  constructor({ entries, rejected, listedMs }: CatalogSnapshot) {
    this.listedMs = listedMs;
    this.rejected = rejected;
    const entriesOf = Map.groupBy(entries, ({ datasetId }) => datasetId);
    const byDataset = Map.groupBy(rejected, ({ datasetId }) => datasetId);
    const rejectedOf = withoutNull(byDataset);
    // Nobody can say which dataset these are not of.
    const unknown = (byDataset.get(null) ?? []).filter(({ isReadable }) => !isReadable);
    // A dataset of which nothing can be read is there all the same, and says so.
    const ids = [...new Set([...entriesOf.keys(), ...rejectedOf.keys()])].sort();
    this.datasets = ids.map(
      (id) => new DatasetIndex(id, entriesOf.get(id) ?? [], [...(rejectedOf.get(id) ?? []), ...unknown])
    );
    this.#byId = new Map(this.datasets.map((dataset) => [dataset.datasetId, dataset]));
  }

  /** @throws StoreError unknown-dataset */
  dataset(datasetId: string): DatasetIndex {
    const found = this.#byId.get(datasetId);
    if (found === undefined) {
      const known = this.datasets.slice(0, namedDatasets).map((dataset) => dataset.datasetId);
      const more = this.datasets.length > known.length ? ', …' : '';
      throw new StoreError(
        'unknown-dataset',
        `the store has no dataset "${datasetId}"; ${known.length === 0 ? 'it holds no profiles' : `it has ${known.join(', ')}${more}`}`
      );
    }
    return found;
  }
}
