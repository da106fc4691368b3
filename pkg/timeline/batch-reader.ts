import { ByteCache } from '../cache/index.ts';
import type { ColumnProfile, MetricName, Profile, RawColumn } from '../profile/index.ts';
import { decodeColumn, mergeColumns, openProfiles } from '../profile/index.ts';
import type { ProfileStore, StoreObject } from '../store/index.ts';

/** One profile of a batch: an object of the store, and the profile's position in it. */
export interface BatchMember {
  readonly object: StoreObject;
  readonly index: number;
}

/** One column of one batch. */
export type BatchColumn =
  | { readonly kind: 'column'; readonly column: ColumnProfile }
  /** The batch has no profile, or none of its profiles has the column. */
  | { readonly kind: 'absent' }
  /** A profile of the batch cannot be read; a value without it would be wrong. */
  | { readonly kind: 'failed'; readonly reason: string };

const absent: BatchColumn = { kind: 'absent' };

/** What a thread keeps in memory, for all its data sources together. */
export interface BatchCaches {
  readonly profiles: ByteCache<readonly Profile[]>;
  readonly columns: ByteCache<BatchColumn>;
}

/**
 * Caches that share a number of bytes: half for opened profiles (small files are held whole), half for decoded and
 * merged columns.
 */
export function batchCaches(maxBytes: number): BatchCaches {
  const half = Math.max(1, Math.floor(maxBytes / 2));
  return { profiles: new ByteCache({ maxBytes: half }), columns: new ByteCache({ maxBytes: half }) };
}

/** What an opened profile costs beside its bytes: the index of its columns. */
const openProfileBytes = 4096;

/** Larger objects are read in ranges and not held; counted as if this much of them stayed. */
const heldBytes = 512 * 1024;

function memberId({ object, index }: BatchMember): string {
  return `${index}@${object.version}@${object.key}`;
}

/** About what a decoded column holds in memory, in bytes. */
function sizeOf(column: ColumnProfile): number {
  const items = column.frequentItems?.items.length ?? 0;
  const registers = column.cardinality === null ? 0 : 2 ** column.cardinality.lgK;
  return 500 + (column.distribution?.kll.items.byteLength ?? 0) + registers + items * 100;
}

/** Reads columns of batches: opens profiles, decodes what is wanted, folds the files of a batch, keeps the results. */
export class BatchReader {
  readonly #store: ProfileStore;
  readonly #scope: string;
  readonly #caches: BatchCaches;

  /** @param scope the data source, so that stores with equal keys never see each other's profiles */
  constructor(store: ProfileStore, scope: string, caches: BatchCaches) {
    this.#store = store;
    this.#scope = scope;
    this.#caches = caches;
  }

  /**
   * One column of the batch that consists of the given profiles, folded once (law 2): the order of the profiles, their
   * names and their other columns do not matter.
   *
   * @param wanted the metrics to decode; the others are null in the result
   */
  async column(members: readonly BatchMember[], name: string, wanted: readonly MetricName[]): Promise<BatchColumn> {
    if (members.length === 0) {
      return absent;
    }
    const id = [this.#scope, name, wanted.join(), ...members.map(memberId)].join('\n');
    const known = this.#caches.columns.get(id);
    if (known !== undefined) {
      return known;
    }
    const read = await this.#read(members, name, wanted);
    // A failure is not kept: an object that is being replaced can be read a moment later.
    if (read.kind !== 'failed') {
      this.#caches.columns.set(id, read, id.length * 2 + (read.kind === 'column' ? sizeOf(read.column) : 0));
    }
    return read;
  }

  async #read(members: readonly BatchMember[], name: string, wanted: readonly MetricName[]): Promise<BatchColumn> {
    try {
      const columns: RawColumn[] = [];
      for (const member of members) {
        const column = await (await this.#open(member))?.readColumn(name);
        if (column !== undefined && column !== null) {
          columns.push(column);
        }
      }
      const [only] = columns;
      if (only === undefined) {
        return absent;
      }
      const column = columns.length === 1 ? decodeColumn(only, wanted) : mergeColumns(columns, wanted);
      return { kind: 'column', column };
    } catch (error) {
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async #open({ object, index }: BatchMember): Promise<Profile | undefined> {
    const id = `${this.#scope}\n${object.version}@${object.key}`;
    let profiles = this.#caches.profiles.get(id);
    if (profiles === undefined) {
      profiles = await openProfiles(this.#store.open(object));
      this.#caches.profiles.set(
        id,
        profiles,
        Math.min(object.sizeBytes, heldBytes) + openProfileBytes * profiles.length
      );
    }
    return profiles[index];
  }
}
