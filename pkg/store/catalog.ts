import { setImmediate } from 'node:timers/promises';
import type { Profile } from '../profile/index.ts';
import { openProfiles } from '../profile/index.ts';
import type { CatalogEntry, CatalogSnapshot, RejectedObject } from './catalog-entry.ts';
import { dateHint } from './date-hint.ts';
import { placementOf } from './placement.ts';
import type { ProfileStore } from './profile-store.ts';
import { isStoreError } from './error.ts';
import type { StoreObject } from './store-object.ts';

export interface CatalogOptions {
  /** Age in ms up to which a listing serves without being made again. Default 5,000: shorter than any alert interval. */
  readonly maxAgeMs: number;
  /** Headers read before the thread looks for other work. Default 64, about 5 ms. */
  readonly headersPerTurn: number;
  readonly now: () => number;
}

const defaults: CatalogOptions = { maxAgeMs: 5000, headersPerTurn: 64, now: Date.now };

type Outcome =
  | { readonly ok: true; readonly entries: readonly CatalogEntry[] }
  | { readonly ok: false; readonly rejected: RejectedObject };

/** Says which profile of a store holds which dataset, time, segment and columns. Reads headers, and each one once. */
export class Catalog {
  readonly #store: ProfileStore;
  readonly #options: CatalogOptions;
  /** By key and version, so that a replaced object is read again. */
  #known = new Map<string, Outcome>();
  /** One array for each distinct list of columns, whatever the number of profiles that have it. */
  readonly #columnLists = new Map<string, readonly string[]>();
  #snapshot: CatalogSnapshot | null = null;
  #refreshing: Promise<CatalogSnapshot> | null = null;

  constructor(store: ProfileStore, options: Partial<CatalogOptions> = {}) {
    this.#store = store;
    this.#options = { ...defaults, ...options };
  }

  /**
   * The store's profiles, at most maxAgeMs old. Callers that come while a listing runs share it.
   *
   * @throws StoreError when the store cannot be listed; what was known before is kept for the next call
   */
  async snapshot(): Promise<CatalogSnapshot> {
    const { maxAgeMs, now } = this.#options;
    if (this.#snapshot !== null && now() - this.#snapshot.listedMs < maxAgeMs) {
      return this.#snapshot;
    }
    // Not bound to the caller's cancellation: others may wait for the same listing, and the next query needs it.
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<CatalogSnapshot> {
    const listedMs = this.#options.now();
    const objects = await this.#store.list(new AbortController().signal);
    const known = new Map<string, Outcome>();
    let read = 0;
    for (const object of objects) {
      const id = `${object.version} ${object.key}`;
      let outcome = this.#known.get(id);
      if (outcome === undefined) {
        outcome = await this.#read(object);
        read += 1;
        if (read % this.#options.headersPerTurn === 0) {
          await setImmediate();
        }
      }
      known.set(id, outcome);
    }
    this.#known = known;
    const entries: CatalogEntry[] = [];
    const rejected: RejectedObject[] = [];
    for (const outcome of known.values()) {
      if (outcome.ok) {
        entries.push(...outcome.entries);
      } else {
        rejected.push(outcome.rejected);
      }
    }
    this.#snapshot = { entries, rejected, listedMs };
    return this.#snapshot;
  }

  async #read(object: StoreObject): Promise<Outcome> {
    const placement = placementOf(object.key);
    const reject = (reason: string): Outcome => ({
      ok: false,
      rejected: { object, datasetId: placement.kind === 'unplaced' ? null : placement.datasetId, reason },
    });
    try {
      const profiles = await openProfiles(this.#store.open(object));
      const entries: CatalogEntry[] = [];
      for (const [index, profile] of profiles.entries()) {
        const entry = this.#entry(object, index, profile);
        if (typeof entry === 'string') {
          return reject(entry);
        }
        entries.push(entry);
      }
      return { ok: true, entries };
    } catch (error) {
      // Whatever goes wrong with one object is told of that object, and costs no other.
      if (isStoreError(error) && error.code === 'changed') {
        return reject(error.message);
      }
      return reject(error instanceof Error ? error.message : String(error));
    }
  }

  /** The entry of one profile, or why it has none. The file's own words come before the path's. */
  #entry(object: StoreObject, index: number, profile: Profile): CatalogEntry | string {
    const placement = placementOf(object.key);
    const datasetId = profile.metadata.get('datasetId') ?? (placement.kind === 'unplaced' ? null : placement.datasetId);
    if (datasetId === null) {
      return `${object.key} belongs to no dataset. Remedy: put it into a folder named after its dataset`;
    }
    const timestampMs =
      profile.datasetTimestampMs ?? profile.creationTimestampMs ?? dateHint(object.key)?.startMs ?? null;
    if (timestampMs === null) {
      return `${object.key} has no timestamp. Remedy: write profiles with a dataset timestamp, or name the day in the path as YYYY-MM-DD`;
    }
    return {
      object,
      index,
      datasetId,
      profileId: placement.kind === 'reference' ? placement.profileId : null,
      timestampMs,
      arrivalMs: profile.creationTimestampMs,
      tags: [...profile.segmentTags],
      columnNames: this.#intern(profile.columnNames),
    };
  }

  #intern(names: readonly string[]): readonly string[] {
    const key = JSON.stringify(names);
    const found = this.#columnLists.get(key);
    if (found !== undefined) {
      return found;
    }
    this.#columnLists.set(key, names);
    return names;
  }
}
