import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './error.ts';
import { fileVersion } from './file-source.ts';
import type { StoredText } from './profile-store.ts';
import { isBelow } from './roots.ts';
import { hasSystemCode } from './system-error.ts';

/** Most bytes of a text beside the profiles. Default 8 MiB: eighty times the largest monitor document known to us. */
export const maxTextBytes = 8 * 1024 * 1024;

function isMissing(error: unknown): boolean {
  return hasSystemCode(error, 'ENOENT') || hasSystemCode(error, 'ENOTDIR');
}

/**
 * Reads a text below a folder; a link that leads out of it counts as absent, as it does when the folder is listed.
 *
 * @param root the real path of the folder
 * @throws StoreError limit, unreadable
 */
export function readFileText(root: string, key: string): StoredText | null {
  let file: number | null = null;
  try {
    const path = realpathSync(join(root, key));
    if (!isBelow(path, root)) {
      return null;
    }
    file = openSync(path, 'r');
    const stats = fstatSync(file, { bigint: true });
    if (!stats.isFile()) {
      return null;
    }
    if (stats.size > BigInt(maxTextBytes)) {
      throw new StoreError(
        'limit',
        `${key} has ${stats.size} bytes, more than the ${maxTextBytes} that a document may have. Remedy: shorten it`
      );
    }
    return { text: readFileSync(file, 'utf8'), version: fileVersion(stats.size, stats.mtimeNs) };
  } catch (cause) {
    if (isMissing(cause)) {
      return null;
    }
    throw cause instanceof StoreError
      ? cause
      : new StoreError('unreadable', `${key} cannot be read. Remedy: check the file's permissions`, { cause });
  } finally {
    if (file !== null) {
      closeSync(file);
    }
  }
}
