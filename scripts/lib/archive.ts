import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Type and rights of a file as Unix keeps them; they stand in the upper half of an entry's external attributes. */
const regularFile = 0o100000;
const unix = 3;

/** All files below a folder, as paths with slashes, sorted. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/**
 * A zip of a folder, the same bytes for the same files, modes and day.
 *
 * What may be executed has mode 0755 in it, all else 0644: an executable without the bit does not start.
 *
 * @param rootName the one folder in the archive
 * @param day of all entries, YYYY-MM-DD
 * @param level of compression, 0 (none) to 9
 * @throws Error for a link: it would lead out of the archive
 */
export function zipFolder(folder: string, rootName: string, day: string, level: 0 | 1 | 6 | 9 = 9): Uint8Array {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // Entries hold local time; midnight of the machine is the same text everywhere.
  const mtime = new Date(year, month - 1, date);
  const entries: Zippable = {};
  for (const name of filesOf(folder)) {
    const file = join(folder, name);
    const stats = lstatSync(file);
    if (!stats.isFile()) {
      throw new Error(`${file} is no plain file, and so cannot be shipped`);
    }
    const mode = (stats.mode & 0o111) === 0 ? 0o644 : 0o755;
    entries[`${rootName}/${name}`] = [
      readFileSync(file),
      // Unsigned: the highest bit is set.
      { mtime, os: unix, attrs: ((regularFile | mode) << 16) >>> 0, level },
    ];
  }
  return zipSync(entries);
}

/** A digest as the tools of the same name print it. */
export function digest(algorithm: 'sha256' | 'sha1', bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex');
}
