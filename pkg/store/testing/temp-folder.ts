import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of a test's own. `remove` it when the test is over. */
export class TempFolder {
  /** Real path, without symbolic links. */
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'driftglass-')));

  /** Writes files by their paths below the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [key, content] of Object.entries(files)) {
      const path = join(this.path, key);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  join(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
