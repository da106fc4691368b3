import { ByteCache } from '../cache/index.ts';
import type { ColumnProfile, MetricName, Profile, RawColumn } from '../profile/index.ts';
import { mergeColumns, openProfiles } from '../profile/index.ts';
import type { ProfileStore, StoreObject } from '../store/index.ts';
import { wholeFileBytes } from '../store/index.ts';
import type { BatchFactsOutcome } from './batch-facts.ts';
import { batchFacts } from './batch-facts.ts';
import { columnBytes } from './column-bytes.ts';

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

/** What the opened profiles of an object take. Small files are held whole by their store beside what was opened. */
function openedBytes({ sizeBytes }: StoreObject, profiles: readonly Profile[]): number {
  const held = profiles.reduce((sum, { heldBytes }) => sum + heldBytes, 0);
  return held + (sizeBytes <= wholeFileBytes ? sizeBytes : 0);
}

/**
 * Bytes that are read ahead when a profile is opened; a longer header is read to its end. Little, because sketches are
 * views of what was read: a column that is kept would keep all that was read ahead with it.
 */
const headBytes = 8 * 1024;

function memberId({ object, index }: BatchMember): string {
  return `${index}@${object.version}@${object.key}`;
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
    try {
      const columns = await this.#rawColumns(members, name);
      if (columns.length === 0) {
        this.#caches.columns.set(id, absent, id.length * 2);
        return absent;
      }
      const column = mergeColumns(columns, wanted);
      const read: BatchColumn = { kind: 'column', column };
      this.#caches.columns.set(id, read, id.length * 2 + columnBytes(column, columns));
      return read;
    } catch (error) {
      // A failure is not kept: an object that is being replaced can be read a moment later.
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What the batch that consists of the given profiles says beside its columns. */
  async facts(members: readonly BatchMember[]): Promise<BatchFactsOutcome> {
    if (members.length === 0) {
      return { kind: 'absent' };
    }
    try {
      const profiles: Profile[] = [];
      for (const member of members) {
        const profile = await this.#open(member);
        if (profile !== undefined) {
          profiles.push(profile);
        }
      }
      return { kind: 'facts', facts: await batchFacts(profiles) };
    } catch (error) {
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** The column in those of the profiles that have it. */
  async #rawColumns(members: readonly BatchMember[], name: string): Promise<readonly RawColumn[]> {
    const columns: RawColumn[] = [];
    for (const member of members) {
      const column = await (await this.#open(member))?.readColumn(name);
      if (column !== undefined && column !== null) {
        columns.push(column);
      }
    }
    return columns;
  }

  async #open({ object, index }: BatchMember): Promise<Profile | undefined> {
    const id = `${this.#scope}\n${object.version}@${object.key}`;
    let profiles = this.#caches.profiles.get(id);
    if (profiles === undefined) {
      profiles = await openProfiles(this.#store.open(object), { headBytes });
      this.#caches.profiles.set(id, profiles, openedBytes(object, profiles));
    }
    return profiles[index];
  }
}
