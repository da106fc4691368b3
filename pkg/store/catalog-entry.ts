import type { StoreObject } from './store-object.ts';

/** What the catalog knows of one profile from its header. Plain data: it travels between threads. */
export interface CatalogEntry {
  readonly object: StoreObject;
  /** Position of the profile in its object: archives and old files hold several. */
  readonly index: number;
  readonly datasetId: string;
  /** The reference profile it is a part of; null for a profile in time. */
  readonly profileId: string | null;
  /** Epoch ms of the data. */
  readonly timestampMs: number;
  /** Epoch ms at which the profile was created; null when it does not say. */
  readonly arrivalMs: number | null;
  /** Segment tags, sorted by key. */
  readonly tags: readonly (readonly [key: string, value: string])[];
  /** In code-point order. Shared by the profiles that have the same columns. */
  readonly columnNames: readonly string[];
}

/** An object that is in the store and in no answer, with the reason for people. */
export interface RejectedObject {
  readonly object: StoreObject;
  /** From the file where it can be read, else from the path; null when neither names one. */
  readonly datasetId: string | null;
  /** The reference profile it is a part of, from the path; null for a profile in time. */
  readonly profileId: string | null;
  /** False when nobody knows what it holds: without a dataset in its path it can be of any. */
  readonly isReadable: boolean;
  /** Names the object, the byte where there is one, and the remedy. */
  readonly reason: string;
}

/** The store as it was when it was last listed. */
export interface CatalogSnapshot {
  readonly entries: readonly CatalogEntry[];
  readonly rejected: readonly RejectedObject[];
  /** Epoch ms of the listing. */
  readonly listedMs: number;
}
