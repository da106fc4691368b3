import { LRUCache } from 'lru-cache';

export interface ByteCacheOptions {
  /** Most bytes that the values may take together, as their owners count them. The least recently used go first. */
  readonly maxBytes: number;
}

/** Bytes that an entry costs beside its value: key, list links, map slot. */
const entryOverheadBytes = 200;

/** Values in memory up to a number of bytes. Values are shared, not copied: treat them as immutable. */
export class ByteCache<Value extends object> {
  readonly #entries: LRUCache<string, Value>;

  /** @throws RangeError when maxBytes is not a whole positive number */
  constructor({ maxBytes }: ByteCacheOptions) {
    if (!Number.isSafeInteger(maxBytes) || maxBytes < 1) {
      throw new RangeError(`maxBytes is ${maxBytes}; a cache needs a whole number of bytes above 0`);
    }
    this.#entries = new LRUCache({ maxSize: maxBytes });
  }

  /** Bytes in use, overhead included. */
  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** Keeps a value of the given size; one larger than the whole cache is not kept. */
  set(key: string, value: Value, bytes: number): void {
    this.#entries.set(key, value, { size: Math.max(1, Math.ceil(bytes)) + entryOverheadBytes });
  }

  clear(): void {
    this.#entries.clear();
  }
}
