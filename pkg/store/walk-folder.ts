import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './error.ts';
import { isBelow } from './roots.ts';
import { hasSystemCode } from './system-error.ts';

export interface WalkLimits {
  /** Most files. */
  readonly maxObjects: number;
  /** Deepest nesting of folders. */
  readonly maxDepth: number;
}

/** A file below a folder that was walked. */
export interface WalkedFile {
  /** Path below the folder, with `/` between the parts on every system. */
  readonly key: string;
  /** Where it really lies. */
  readonly path: string;
  /** False when a symbolic link led to it. */
  readonly isOwn: boolean;
}

export interface WalkedFolder {
  readonly files: readonly WalkedFile[];
  /** Keys of the folders that cannot be listed, with `/` at their end. */
  readonly closed: readonly string[];
}

type Entry =
  { readonly kind: 'folder' | 'file'; readonly path: string; readonly isLink: boolean } | { readonly kind: 'other' };

/** What an entry is. A symbolic link counts as what it leads to if that lies in the store; else it is passed over. */
function resolveEntry(entry: Dirent, path: string, root: string): Entry {
  if (!entry.isSymbolicLink()) {
    return entry.isDirectory() || entry.isFile()
      ? { kind: entry.isFile() ? 'file' : 'folder', path, isLink: false }
      : { kind: 'other' };
  }
  try {
    const real = realpathSync(path);
    const stats = statSync(real);
    return isBelow(real, root) && (stats.isDirectory() || stats.isFile())
      ? { kind: stats.isFile() ? 'file' : 'folder', path: real, isLink: true }
      : { kind: 'other' };
  } catch {
    return { kind: 'other' };
  }
}

/** Why a folder has no entries to show. */
type NoEntries = 'closed' | 'removed';

function entriesOf(folder: string): readonly Dirent[] | NoEntries {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return hasSystemCode(error, 'ENOENT') ? 'removed' : 'closed';
  }
}

function rootError(reason: NoEntries): StoreError {
  return reason === 'removed'
    ? new StoreError('not-found', "the store's folder was removed. Remedy: check the path in the data source settings")
    : new StoreError('forbidden', "the store's folder cannot be listed. Remedy: let Grafana's user read and enter it");
}

/**
 * The files below a folder whose names match, in no particular order.
 *
 * @param root the real path of the folder
 * @throws StoreError `limit`; `forbidden` or `not-found` for the folder itself. The signal's reason when it aborts
 */
export function walkFolder(
  root: string,
  names: RegExp,
  { maxObjects, maxDepth }: WalkLimits,
  signal: AbortSignal
): WalkedFolder {
  const files: WalkedFile[] = [];
  const closed: string[] = [];

  function addFile(file: WalkedFile): void {
    if (files.length === maxObjects) {
      throw new StoreError(
        'limit',
        `the store holds more than ${maxObjects} profiles. Remedy: point the data source at a part of it`
      );
    }
    files.push(file);
  }

  /** @param way the real paths from the root to the folder, so that a link that leads back is noticed */
  function walk(way: readonly string[], folder: string, prefix: string, isOwn: boolean): void {
    signal.throwIfAborted();
    if (way.length > maxDepth) {
      throw new StoreError(
        'limit',
        `${prefix} is nested deeper than ${maxDepth} folders. Remedy: choose a folder further down`
      );
    }
    const entries = entriesOf(folder);
    if (typeof entries === 'string') {
      if (prefix === '') {
        throw rootError(entries);
      }
      // One that was removed since its parent was listed has nothing to tell.
      if (entries === 'closed') {
        closed.push(prefix);
      }
      return;
    }
    const here = [...way, folder];
    for (const dirent of entries) {
      const entry = resolveEntry(dirent, join(folder, dirent.name), root);
      const key = prefix + dirent.name;
      if (entry.kind === 'folder' && !here.includes(entry.path)) {
        walk(here, entry.path, `${key}/`, isOwn && !entry.isLink);
      } else if (entry.kind === 'file' && names.test(dirent.name)) {
        addFile({ key, path: entry.path, isOwn: isOwn && !entry.isLink });
      }
    }
  }

  walk([], root, '', true);
  return { files, closed };
}
