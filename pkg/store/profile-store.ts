import type { ByteSource } from '../profile/index.ts';
import type { StoreObject } from './store-object.ts';

/** A place with profiles. Lists and reads; never writes. */
export interface ProfileStore {
  /** The objects that may be profiles, in code-point order of their keys. @throws StoreError */
  list(signal: AbortSignal): Promise<readonly StoreObject[]>;
  /** The bytes of a listed object. Reading throws StoreError `changed` when it is no longer the object listed. */
  open(object: StoreObject): ByteSource;
}
