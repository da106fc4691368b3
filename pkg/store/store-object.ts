/** One object of a store as a listing shows it. Plain data: it travels between threads. */
export interface StoreObject {
  /** Path below the store's root, with `/` between the parts on every system. */
  readonly key: string;
  readonly sizeBytes: number;
  /** Changes whenever the content may have changed: an etag, or size and time of modification. */
  readonly version: string;
  /** Epoch ms of the last modification. */
  readonly modifiedMs: number;
}
