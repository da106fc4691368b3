import { bytesSource } from '../../profile/index.ts';
import { StoreError } from '../error.ts';
import type { ProfileStore } from '../profile-store.ts';
import type { StoreObject } from '../store-object.ts';

/** A store in memory that notes what is asked of it. */
export class MemoryStore implements ProfileStore {
  /** Keys in the order in which they were opened. */
  readonly opened: string[] = [];
  listings = 0;
  /** What the next calls of `list` throw, one after another. */
  readonly failures: Error[] = [];
  readonly #objects = new Map<string, { readonly object: StoreObject; readonly content: Uint8Array | Error }>();
  #version = 0;

  /** Puts an object there, or another one in its place. An error is what reading it throws. */
  put(key: string, content: Uint8Array | Error): void {
    this.#version += 1;
    const sizeBytes = content instanceof Error ? 1 : content.length;
    this.#objects.set(key, { object: { key, sizeBytes, version: `v${this.#version}`, modifiedMs: 0 }, content });
  }

  remove(key: string): void {
    this.#objects.delete(key);
  }

  /** The same object, but reading it gives something else: a mended permission. */
  mend(key: string, content: Uint8Array): void {
    const known = this.#objects.get(key);
    if (known !== undefined) {
      this.#objects.set(key, { object: { ...known.object, sizeBytes: content.length }, content });
    }
  }

  async list(): Promise<readonly StoreObject[]> {
    this.listings += 1;
    const failure = this.failures.shift();
    if (failure !== undefined) {
      throw failure;
    }
    return [...this.#objects.values()].map(({ object }) => object).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  open({ key }: StoreObject) {
    this.opened.push(key);
    const content = this.#objects.get(key)?.content ?? new StoreError('changed', `${key} was removed`);
    if (content instanceof Error) {
      throw content;
    }
    return bytesSource(key, content);
  }

  async readText(): Promise<null> {
    return null;
  }
}
