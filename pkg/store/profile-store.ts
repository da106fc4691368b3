import type { ByteSource } from '../profile/index.ts';
import type { StoreObject } from './store-object.ts';

/** A place with profiles. Lists and reads; never writes. */
export interface ProfileStore {
  /** The objects that may be profiles, in order of their keys; also parts that cannot be listed. @throws StoreError */
  list(signal: AbortSignal): Promise<readonly StoreObject[]>;
  /**
   * The bytes of a listed object. Reading throws StoreError `changed` when it is no longer the object listed.
   *
   * @throws StoreError `forbidden` for a part that cannot be listed
   */
  open(object: StoreObject): ByteSource;
  /**
   * A text that lies beside the profiles, such as a dataset's monitor document; null when there is none.
   *
   * @param key its path below the root, with `/` between the parts
   * @throws StoreError limit, unreadable
   */
  readText(key: string): Promise<StoredText | null>;
}

/** A text of the store. */
export interface StoredText {
  readonly text: string;
  /** Changes whenever the content may have changed. */
  readonly version: string;
}
