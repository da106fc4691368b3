import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './error.ts';
import { fileSource, fileVersion } from './file-source.ts';
import type { ProfileStore } from './profile-store.ts';
import { allowedFolder, isBelow } from './roots.ts';
import type { StoreObject } from './store-object.ts';

export interface FileStoreLimits {
  /** Most profiles in one folder. Default 200,000: ten years of hourly profiles twice over; a listing stays in memory. */
  readonly maxObjects: number;
  /** Deepest nesting of folders. Default 32; deeper ones are a loop or a mistake. */
  readonly maxDepth: number;
}

export const defaultFileStoreLimits: FileStoreLimits = { maxObjects: 200_000, maxDepth: 32 };

/** Profiles have these endings, in any case. What else lies in the folder (sidecars, documents) is not opened. */
const profileNames = /\.(?:bin|zip)$/i;

function entriesOf(folder: string, shown: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new StoreError(
      'forbidden',
      `the folder ${shown === '' ? '/' : shown} of the store cannot be listed. Remedy: let Grafana's user read and enter it`,
      { cause }
    );
  }
}

interface Found {
  readonly kind: 'folder' | 'file' | 'other';
  readonly path: string;
}

/** What an entry is. A symbolic link counts as what it leads to if that lies in the store; else it is passed over. */
function resolveEntry(entry: Dirent, path: string, root: string): Found {
  if (!entry.isSymbolicLink()) {
    return { kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other', path };
  }
  try {
    const real = realpathSync(path);
    if (!isBelow(real, root)) {
      return { kind: 'other', path };
    }
    const stats = statSync(real);
    return { kind: stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other', path: real };
  } catch {
    return { kind: 'other', path };
  }
}

/** A file's size and version now; null when it was removed since the folder was read. */
function describeFile(path: string, key: string): StoreObject | null {
  try {
    const { size, mtimeNs, mtimeMs } = statSync(path, { bigint: true });
    return { key, sizeBytes: Number(size), version: fileVersion(size, mtimeNs), modifiedMs: Number(mtimeMs) };
  } catch {
    return null;
  }
}

function compareKeys(a: StoreObject, b: StoreObject): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/**
 * A folder, recursively, below the operator's roots.
 *
 * @param path the folder that the data source asks for
 * @param roots the folders that the operator allows
 * @throws StoreError when the folder is not allowed or not there; listing throws `limit` and `forbidden`
 */
export function fileStore(path: string, roots: readonly string[], limits: Partial<FileStoreLimits> = {}): ProfileStore {
  const root = allowedFolder(path, roots);
  const { maxObjects, maxDepth } = { ...defaultFileStoreLimits, ...limits };

  function walk(folder: string, prefix: string, depth: number, found: StoreObject[], signal: AbortSignal): void {
    signal.throwIfAborted();
    if (depth > maxDepth) {
      throw new StoreError(
        'limit',
        `${prefix} is nested deeper than ${maxDepth} folders. Remedy: choose a folder further down`
      );
    }
    for (const entry of entriesOf(folder, prefix)) {
      const key = prefix + entry.name;
      const { kind, path: real } = resolveEntry(entry, join(folder, entry.name), root);
      if (kind === 'folder') {
        walk(real, `${key}/`, depth + 1, found, signal);
      } else if (kind === 'file' && profileNames.test(entry.name)) {
        const object = describeFile(real, key);
        if (object !== null) {
          found.push(object);
        }
        if (found.length > maxObjects) {
          throw new StoreError(
            'limit',
            `the store holds more than ${maxObjects} profiles. Remedy: point the data source at a part of it`
          );
        }
      }
    }
  }

  return {
    async list(signal) {
      const found: StoreObject[] = [];
      walk(root, '', 0, found, signal);
      return found.sort(compareKeys);
    },
    open: (object) => fileSource(join(root, object.key), object),
  };
}
