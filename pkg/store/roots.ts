import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { StoreError } from './error.ts';

/** The operator's setting, as it is written in Grafana's ini. */
export const rootsSetting = 'roots in [plugin.driftglass-profiles-datasource]';

/**
 * Reads the folders that an operator allows: absolute paths separated by commas. Entries that are blank are skipped.
 *
 * @throws StoreError when one is not absolute
 */
export function parseRoots(text: string | undefined): readonly string[] {
  const roots = (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const root of roots) {
    if (!isAbsolute(root)) {
      throw new StoreError('outside-roots', `${rootsSetting}: "${root}" is not an absolute path`);
    }
  }
  return roots.map((root) => resolve(root));
}

/** True when the path is the folder or lies below it. Both must be resolved. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * The real path of a folder that a data source asks for, symbolic links resolved, if the operator allows it.
 *
 * @throws StoreError no-roots, outside-roots or not-found
 */
export function allowedFolder(folder: string, roots: readonly string[]): string {
  if (roots.length === 0) {
    throw new StoreError(
      'no-roots',
      `folders are not allowed as stores on this server. Remedy: an administrator sets ${rootsSetting} of Grafana's configuration and restarts it`
    );
  }
  const outside = new StoreError(
    'outside-roots',
    `the folder ${folder} lies outside the folders that this server allows. Remedy: choose one below them, or ask an administrator to extend ${rootsSetting}`
  );
  // Asked before the file system is, so that a path outside cannot be probed for existence.
  if (!roots.some((root) => isBelow(resolve(folder), root))) {
    throw outside;
  }
  const real = realPath(folder);
  if (real === null) {
    throw new StoreError(
      'not-found',
      `the folder ${folder} does not exist or cannot be entered. Remedy: check the path and its permissions`
    );
  }
  if (!roots.some((root) => isBelow(real, realPath(root) ?? root))) {
    throw outside;
  }
  if (!isFolder(real)) {
    throw new StoreError(
      'not-found',
      `${folder} is no folder. Remedy: choose the folder in which the datasets' folders lie`
    );
  }
  return real;
}
