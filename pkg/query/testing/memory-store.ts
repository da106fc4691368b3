import { bytesSource } from '../../profile/index.ts';
import {
  type ByteSource,
  type ProfileStore,
  type StoredText,
  StoreError,
  type StoreObject,
} from '../../store/index.ts';

/** Documents lie beside the profiles and are in no listing. */
function isText(key: string): boolean {
  return /\.(?:json|ya?ml)$/.test(key);
}

/** Objects in memory by their keys. An error is what reading the object throws. */
export class MemoryStore implements ProfileStore {
  /** Keys in the order in which they were opened. */
  readonly opened: string[] = [];
  readonly #contents: ReadonlyMap<string, Uint8Array | Error>;

  constructor(contents: Readonly<Record<string, Uint8Array | Error>>) {
    this.#contents = new Map(Object.entries(contents));
  }

  async list(): Promise<readonly StoreObject[]> {
    const profiles = [...this.#contents].filter(([key]) => !isText(key));
    const objects = profiles.map(([key, content]) => ({
      key,
      sizeBytes: content instanceof Error ? 1 : content.length,
      version: 'v1',
      modifiedMs: 0,
    }));
    return objects.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  open({ key }: StoreObject): ByteSource {
    this.opened.push(key);
    const content = this.#contents.get(key) ?? new StoreError('changed', `${key} was removed`);
    if (content instanceof Error) {
      throw content;
    }
    return bytesSource(key, content);
  }

  async readText(key: string): Promise<StoredText | null> {
    const content = this.#contents.get(key);
    if (content instanceof Error) {
      throw content;
    }
    return content === undefined || !isText(key) ? null : { text: new TextDecoder().decode(content), version: 'v1' };
  }
}
