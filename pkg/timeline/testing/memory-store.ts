import { ProfileWriter, type LoggedRow } from '../../profile/index.ts';
import { type ByteSource, type ProfileStore, StoreError, type StoreObject } from '../../store/index.ts';

/** A profile of the given rows. */
export function profileOf(rows: readonly LoggedRow[], tags: Readonly<Record<string, string>> = {}): Uint8Array {
  const writer = new ProfileWriter({ datasetTimestampMs: 1, segmentTags: tags });
  rows.forEach((row) => writer.log(row));
  return writer.finish();
}

/** Objects in memory; notes what is read. */
export class MemoryStore implements ProfileStore {
  /** Keys in the order in which they were opened. */
  readonly opened: string[] = [];
  readonly #contents = new Map<string, Uint8Array>();

  /** Puts an object there. Without content it cannot be read. */
  put(key: string, content: Uint8Array | null, version = 'v1'): StoreObject {
    if (content === null) {
      this.#contents.delete(key);
    } else {
      this.#contents.set(key, content);
    }
    return { key, sizeBytes: content?.length ?? 1, version, modifiedMs: 0 };
  }

  async list(): Promise<readonly StoreObject[]> {
    throw new Error('nobody lists here');
  }

  open({ key, sizeBytes }: StoreObject): ByteSource {
    this.opened.push(key);
    const content = this.#contents.get(key);
    if (content === undefined) {
      throw new StoreError('unreadable', `${key} cannot be read`);
    }
    return { name: key, size: sizeBytes, read: (start, end) => content.slice(start, end) };
  }

  async readText(): Promise<null> {
    return null;
  }
}
