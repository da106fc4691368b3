import { setImmediate } from 'node:timers/promises';
import type { Profile } from '../profile/index.ts';
import { openProfiles } from '../profile/index.ts';
import type { CatalogEntry, CatalogSnapshot, RejectedObject } from './catalog-entry.ts';
import { dateHint } from './date-hint.ts';
import { type Placement, placementOf } from './placement.ts';
import type { ProfileStore } from './profile-store.ts';
import { isStoreError } from './error.ts';
import type { StoreObject } from './store-object.ts';

export interface CatalogOptions {
  /** Age in ms up to which a listing serves without being made again. Default 5,000: shorter than any alert interval. */
  readonly maxAgeMs: number;
  /** A listing serves for at least this many times as long as it took. Default 10: a store of 200,000 profiles is
   * listed for a tenth of the time at most, instead of without end. */
  readonly restFactor: number;
  /** Headers read before the thread looks for other work. Default 64, about 5 ms. */
  readonly headersPerTurn: number;
  readonly now: () => number;
}

const defaults: CatalogOptions = { maxAgeMs: 5000, restFactor: 10, headersPerTurn: 64, now: Date.now };

type Outcome =
  | { readonly kind: 'entries'; readonly entries: readonly CatalogEntry[] }
  /** Lasting: the content is to blame, so that reading it again would give the same. */
  | { readonly kind: 'rejected'; readonly rejected: RejectedObject; readonly isLasting: boolean };

/** Why a profile that can be read is in no answer. */
interface NoPlace {
  readonly datasetId: string | null;
  readonly noPlace: string;
}

/** Says which profile of a store holds which dataset, time, segment and columns. Reads headers, and each one once. */
export class Catalog {
  readonly #store: ProfileStore;
  readonly #options: CatalogOptions;
  /** By key and version, so that a replaced object is read again. */
  #known = new Map<string, Outcome>();
  /** One array for each distinct list of columns, whatever the number of profiles that have it. */
  readonly #columnLists = new Map<string, readonly string[]>();
  #snapshot: CatalogSnapshot | null = null;
  /** How long the last listing took. Headers are read once and do not count: a store that is new is not listed less. */
  #tookMs = 0;
  #refreshing: Promise<CatalogSnapshot> | null = null;

  constructor(store: ProfileStore, options: Partial<CatalogOptions> = {}) {
    this.#store = store;
    this.#options = { ...defaults, ...options };
  }

  /**
   * The store's profiles, at most maxAgeMs old, or restFactor times as long as listing takes. Callers that come while a listing runs share it.
   *
   * @throws StoreError when the store cannot be listed; what was known before is kept for the next call
   */
  async snapshot(): Promise<CatalogSnapshot> {
    if (this.#snapshot !== null && this.#isFresh(this.#snapshot)) {
      return this.#snapshot;
    }
    // Not bound to the caller's cancellation: others may wait for the same listing, and the next query needs it.
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  #isFresh({ listedMs }: CatalogSnapshot): boolean {
    const ageMs = this.#options.now() - listedMs;
    // Below 0 when the clock was set back: that must not keep an old listing alive.
    const { maxAgeMs, restFactor } = this.#options;
    return ageMs >= 0 && ageMs < Math.max(maxAgeMs, this.#tookMs * restFactor);
  }

  async #refresh(): Promise<CatalogSnapshot> {
    const listedMs = this.#options.now();
    const objects = await this.#store.list(new AbortController().signal);
    this.#tookMs = this.#options.now() - listedMs;
    const known = new Map<string, Outcome>();
    const entries: CatalogEntry[] = [];
    const rejected: RejectedObject[] = [];
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
      if (outcome.kind === 'entries') {
        known.set(id, outcome);
        entries.push(...outcome.entries);
      } else {
        if (outcome.isLasting) {
          known.set(id, outcome);
        }
        rejected.push(outcome.rejected);
      }
    }
    this.#known = known;
    this.#snapshot = { entries, rejected, listedMs };
    return this.#snapshot;
  }

  async #read(object: StoreObject): Promise<Outcome> {
    const placement = placementOf(object.key);
    const profileId = placement.kind === 'reference' ? placement.profileId : null;
    try {
      const profiles = await openProfiles(this.#store.open(object));
      const entries: CatalogEntry[] = [];
      for (const [index, profile] of profiles.entries()) {
        const entry = this.#entry(object, placement, index, profile);
        if ('noPlace' in entry) {
          const { datasetId, noPlace: reason } = entry;
          return {
            kind: 'rejected',
            rejected: { object, datasetId, profileId, isReadable: true, reason },
            isLasting: true,
          };
        }
        entries.push(entry);
      }
      return { kind: 'entries', entries };
    } catch (error) {
      // Whatever goes wrong with one object is told of that object, and costs no other.
      const datasetId = placement.kind === 'unplaced' ? null : placement.datasetId;
      const reason = error instanceof Error ? error.message : String(error);
      return {
        kind: 'rejected',
        rejected: { object, datasetId, profileId, isReadable: false, reason },
        // Permissions and connections can be mended without a change of the object.
        isLasting: !isStoreError(error),
      };
    }
  }

  /** The entry of one profile, or why it has none. The file's own words come before the path's. */
  #entry(object: StoreObject, placement: Placement, index: number, profile: Profile): CatalogEntry | NoPlace {
    const ofPath = placement.kind === 'unplaced' ? null : placement.datasetId;
    const ofFile = profile.metadata.get('datasetId') ?? '';
    const datasetId = ofFile === '' ? ofPath : ofFile;
    if (datasetId === null) {
      const noPlace = `${object.key} belongs to no dataset. Remedy: put it into a folder named after its dataset`;
      return { datasetId, noPlace };
    }
    const timestampMs =
      profile.datasetTimestampMs ?? profile.creationTimestampMs ?? dateHint(object.key)?.startMs ?? null;
    if (timestampMs === null) {
      const noPlace = `${object.key} has no timestamp. Remedy: write profiles with a dataset timestamp, or name the day in the path as YYYY-MM-DD`;
      return { datasetId, noPlace };
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
