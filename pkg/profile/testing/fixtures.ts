import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

const folder = join(__dirname, '../../../tests/data/profiles');
const decoder = new TextDecoder();

/** Files of other implementations that tests read; tests/data/README.md says where each archive comes from. */
export class Fixtures {
  private readonly files: Readonly<Record<string, Uint8Array>>;

  constructor(archive: string) {
    this.files = unzipSync(readFileSync(join(folder, `${archive}.zip`)));
  }

  /** Names with one ending, sorted. */
  names(ending: string, start = ''): string[] {
    return Object.keys(this.files)
      .filter((name) => name.endsWith(ending) && name.startsWith(start))
      .sort();
  }

  has(name: string): boolean {
    return this.files[name] !== undefined;
  }

  bytes(name: string): Uint8Array {
    const bytes = this.files[name];
    if (bytes === undefined) throw new Error(`no fixture ${name}`);
    return bytes;
  }

  /** The caller says what the JSON holds: it was written by whoever made the fixture. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  json<T>(name: string): T {
    return JSON.parse(decoder.decode(this.bytes(name))) as T;
  }
}
