/** Profile stores, and the catalog that says what is in them. */
export type { ByteSource } from '../profile/index.ts';
export type { CatalogOptions } from './catalog.ts';
export { Catalog } from './catalog.ts';
export type { CatalogEntry, CatalogSnapshot, RejectedObject } from './catalog-entry.ts';
export { dateHint } from './date-hint.ts';
export type { StoreErrorCode } from './error.ts';
export { isStoreError, StoreError } from './error.ts';
export type { FileStoreLimits } from './file-store.ts';
export { defaultFileStoreLimits, fileStore } from './file-store.ts';
export { wholeFileBytes } from './file-source.ts';
export { maxTextBytes } from './file-text.ts';
export type { ProfileStore, StoredText } from './profile-store.ts';
export { parseRoots } from './roots.ts';
export type { StoreObject } from './store-object.ts';
