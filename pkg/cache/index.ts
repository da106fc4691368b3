/** Keys, bytes and values; knows nothing of profiles. */
export type { ByteCacheOptions } from './byte-cache.ts';
export { ByteCache } from './byte-cache.ts';
