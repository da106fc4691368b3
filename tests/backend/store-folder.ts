import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of profiles that a test lays out and removes. */
export class StoreFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'driftglass-store-'));

  /** @param key path below the store, with its folders made as needed */
  put(key: string, bytes: Uint8Array): this {
    const file = join(this.path, key);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return this;
  }

  /** Removes a profile, or a folder with all that is in it. */
  remove(key: string): void {
    rmSync(join(this.path, key), { recursive: true });
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
