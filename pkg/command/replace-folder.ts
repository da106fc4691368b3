import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError } from './error.ts';

/** A file of a folder that is made. */
export interface MadeFile {
  /** Below the folder, with `/` between the parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a folder was made from stands in it under this name; stores list profiles alone. */
const noteName = '.made-from';

/** The note in a folder that was made before; null when there is none. */
export function folderNote(parent: string, name: string): string | null {
  try {
    return readFileSync(join(parent, name, noteName), 'utf8');
  } catch {
    return null;
  }
}

/** Whether the process of a scratch folder still works on it. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else cannot be signalled, and lives.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}

/** Where scratch folders lie: beside the store, so that nobody lists them; in it when it is a file system of its own. */
function scratchPlace(parent: string): { readonly folder: string; readonly stem: string } {
  const store = resolve(parent);
  const beside = dirname(store);
  return statSync(beside).dev === statSync(store).dev
    ? { folder: beside, stem: basename(store) }
    : { folder: store, stem: '.unfinished' };
}

/** Removes what runs that were killed left behind. */
function removeAbandoned(folder: string, stem: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(`${stem}.`) ? name.slice(stem.length + 1) : '';
    if (/^\d+$/.test(pid) && !isAlive(Number(pid))) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/**
 * Replaces a folder by one with the given files, as a whole: it is written elsewhere and put into its place.
 *
 * @param note what `folderNote` will say of it
 * @throws CommandError when the folders cannot be written
 */
export function replaceFolder(parent: string, name: string, files: readonly MadeFile[], note: string): void {
  try {
    mkdirSync(parent, { recursive: true });
    const { folder, stem } = scratchPlace(parent);
    removeAbandoned(folder, stem);
    const scratch = join(folder, `${stem}.${process.pid}`);
    try {
      for (const { path, bytes } of files) {
        const file = join(scratch, 'new', path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes);
      }
      writeFileSync(join(scratch, 'new', noteName), note);
      const place = join(parent, name);
      if (existsSync(place)) {
        renameSync(place, join(scratch, 'old'));
      }
      renameSync(join(scratch, 'new'), place);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      'input',
      `${join(parent, name)} cannot be made: ${reason}. Remedy: choose a folder that can be written`
    );
  }
}
