import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../profile/index.ts';
import { isStoreError, StoreError } from './error.ts';
import type { StoreObject } from './store-object.ts';
import { hasSystemCode } from './system-error.ts';

/**
 * Files up to this many bytes are read whole at the first touch and kept by the source, larger ones in ranges.
 * Default 256 KiB: one read of that size costs what three small ones do, and real daily profiles are below it.
 */
export const wholeFileBytes = 256 * 1024;

/** The version of a file: its size and time of modification in nanoseconds. */
export function fileVersion(sizeBytes: bigint, modifiedNs: bigint): string {
  return `${sizeBytes}-${modifiedNs}`;
}

function unreadable(object: StoreObject, cause: unknown): StoreError {
  return hasSystemCode(cause, 'ENOENT')
    ? new StoreError('changed', `${object.key} was removed while it was read. Remedy: ask again`, { cause })
    : new StoreError('unreadable', `${object.key} cannot be read. Remedy: check the file's permissions`, { cause });
}

/** Reads [start, end) of a file that must still be the one listed. */
function readRange(path: string, object: StoreObject, start: number, end: number): Uint8Array {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size, mtimeNs } = fstatSync(file, { bigint: true });
    if (fileVersion(size, mtimeNs) !== object.version) {
      throw new StoreError('changed', `${object.key} changed while it was read. Remedy: ask again`);
    }
    // Not Buffer.allocUnsafe: pool slices are unaligned, and sketches are viewed in place where they are aligned.
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(file, bytes, filled, bytes.length - filled, start + filled);
      if (count === 0) {
        throw new StoreError('changed', `${object.key} became shorter while it was read. Remedy: ask again`);
      }
      filled += count;
    }
    return bytes;
  } catch (cause) {
    throw isStoreError(cause) ? cause : unreadable(object, cause);
  } finally {
    if (file !== null) {
      closeSync(file);
    }
  }
}

/** The bytes of one file. Reads are synchronous: the threads that read do nothing else meanwhile. */
export function fileSource(path: string, object: StoreObject): ByteSource {
  let whole: Uint8Array | null = null;
  return {
    name: object.key,
    size: object.sizeBytes,
    read(start, end) {
      if (object.sizeBytes <= wholeFileBytes) {
        whole ??= readRange(path, object, 0, object.sizeBytes);
        // A copy: whoever keeps a part, such as one column of a batch, must not keep the whole file with it.
        return start === 0 && end === whole.length ? whole : whole.slice(start, end);
      }
      return readRange(path, object, start, end);
    },
  };
}
