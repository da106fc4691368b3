import { statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './error.ts';
import { fileSource, fileVersion } from './file-source.ts';
import { readFileText } from './file-text.ts';
import { placementOf } from './placement.ts';
import type { ProfileStore } from './profile-store.ts';
import { allowedFolder } from './roots.ts';
import type { StoreObject } from './store-object.ts';
import type { WalkedFile } from './walk-folder.ts';
import { walkFolder } from './walk-folder.ts';

export interface FileStoreLimits {
  /** Most profiles in one folder. Default 200,000: ten years of hourly profiles twice over; a listing stays in memory. */
  readonly maxObjects: number;
  /** Deepest nesting of folders. Default 32: far more than a year, month, day, hour and segment need. */
  readonly maxDepth: number;
}

export const defaultFileStoreLimits: FileStoreLimits = { maxObjects: 200_000, maxDepth: 32 };

/** Profiles have these endings, in any case. What else lies in the folder (sidecars, documents) is not opened. */
const profileNames = /\.(?:bin|zip)$/i;

/** A file's size and version now; null when it was removed since its folder was listed. */
function describeFile({ key, path }: WalkedFile): StoreObject | null {
  try {
    const { size, mtimeNs, mtimeMs } = statSync(path, { bigint: true });
    return { key, sizeBytes: Number(size), version: fileVersion(size, mtimeNs), modifiedMs: Number(mtimeMs) };
  } catch {
    return null;
  }
}

/** A folder that cannot be listed stands in the listing for what may be in it; to open it says why. */
function closedFolder(key: string): StoreObject {
  return { key, sizeBytes: 0, version: 'closed', modifiedMs: 0 };
}

function isClosedFolder({ key }: StoreObject): boolean {
  return key.endsWith('/');
}

function compareKeys(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/**
 * Each file once for each place in the layout: a link such as `latest.bin` would count the rows of a day twice. A link
 * from one dataset into another, or from a reference to a day, gives the file a second place.
 */
function withoutRepeats(files: readonly WalkedFile[]): readonly WalkedFile[] {
  const byPlace = new Map<string, WalkedFile>();
  for (const file of [...files].sort(compareKeys)) {
    const place = JSON.stringify([file.path, placementOf(file.key)]);
    if (file.isOwn || !byPlace.has(place)) {
      byPlace.set(place, file);
    }
  }
  return [...byPlace.values()];
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
  const bounds = { ...defaultFileStoreLimits, ...limits };
  return {
    async list(signal) {
      const { files, closed } = walkFolder(root, profileNames, bounds, signal);
      const objects = withoutRepeats(files).flatMap((file) => describeFile(file) ?? []);
      return [...objects, ...closed.map(closedFolder)].sort(compareKeys);
    },
    open(object) {
      if (isClosedFolder(object)) {
        throw new StoreError(
          'forbidden',
          `the folder ${object.key} of the store cannot be listed. Remedy: let Grafana's user read and enter it`
        );
      }
      return fileSource(join(root, object.key), object);
    },
    async readText(key) {
      return readFileText(root, key);
    },
  };
}
