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
}
