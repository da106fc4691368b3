import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { brotliDecompressSync, constants } from 'node:zlib';
import { ProfileError, replaceTimes } from '../profile/index.ts';
import { CommandError } from './error.ts';
import type { TarFile } from './read-tar.ts';
import { readTar } from './read-tar.ts';
import { dayEnd, dayStart, dayText, replayedDay } from './replayed-day.ts';
import type { MadeFile } from './replace-folder.ts';
import { folderNote, replaceFolder } from './replace-folder.ts';

/** The dataset, and the folder of the store that it is made in. */
export const replayedDataset = 'flights';

export interface ReplayOptions {
  /** The flights' profiles: a tar, compressed by brotli with a large window. */
  readonly archive: string;
  /** Folder of the store; it is made when it is not there. */
  readonly to: string;
  /** A monitor document to put into the dataset, where queries look for it; null for none. */
  readonly monitor: string | null;
  /** Any moment of today, epoch ms. */
  readonly todayMs: number;
}

export interface Replay {
  /** False when the store of today was there already. */
  readonly wasMade: boolean;
  /** The dataset's folder. */
  readonly folder: string;
}

/** A profile of the archive that cannot be read is the archive's fault. */
function withReason<Value>(archive: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof ProfileError ? new CommandError('input', `${archive}: ${error.message}`) : error;
  }
}

/** What of an unpacked profile goes where. @throws CommandError */
function replayedFile({ name, bytes }: TarFile, archive: string, todayMs: number): MadeFile {
  const [kind, ...place] = name.split('/').filter((part) => part !== '' && part !== '.');
  if (kind === 'reference' && name.endsWith('.bin')) {
    return { path: name, bytes };
  }
  const file = place.at(-1);
  if (kind !== 'profiles' || file === undefined || !file.endsWith('.bin')) {
    throw new CommandError('input', `${archive} holds "${name}", which is no profile of the flights`);
  }
  let startMs = 0;
  const moved = withReason(archive, () =>
    replaceTimes(name, bytes, ({ datasetTimestampMs }) => {
      if (datasetTimestampMs === null) {
        throw new CommandError('input', `${archive}: the profile "${name}" does not say of which day it is`);
      }
      startMs = replayedDay(dayStart(datasetTimestampMs), todayMs);
      // It is made when its day is over, as a nightly job would: in the archive all of them are of one afternoon.
      return {
        datasetTimestampMs: startMs + datasetTimestampMs - dayStart(datasetTimestampMs),
        creationTimestampMs: dayEnd(startMs),
      };
    })
  );
  return { path: `${dayText(startMs)}/${file}`, bytes: moved };
}

function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError('input', `${file} cannot be read: ${reason}. Remedy: check the path and its permissions`);
  }
}

/** SHA-256 over the contents of several files, each told from the next. */
function digestOf(contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  contents.forEach((bytes) => hash.update(`${bytes.length}\0`).update(bytes));
  return hash.digest('hex');
}

function unpack(archive: string, packed: Uint8Array): readonly TarFile[] {
  let tar: Uint8Array;
  try {
    tar = brotliDecompressSync(packed, { params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError('input', `${archive} cannot be unpacked: ${reason}. Remedy: copy the archive again`);
  }
  return readTar(archive, tar);
}

/**
 * Makes a store of the flights of 2013 whose year is turned and moved so that it ends yesterday (see `replayedDay`).
 * The dataset and creation timestamps of its profiles are rewritten, nothing else; the reference profile stays as it
 * is. What is made depends on the archive, the document and the day alone, and is made again when one of them changed. The folder
 * of the dataset is replaced as a whole, so that an interrupted run leaves no half of it.
 *
 * @throws CommandError for an archive or a folder that cannot be used
 */
export function replayFlights({ archive, to, monitor, todayMs }: ReplayOptions): Replay {
  const packed = readInput(archive);
  const documents = monitor === null ? [] : [{ path: `monitor${extname(monitor)}`, bytes: readInput(monitor) }];
  const today = dayStart(todayMs);
  const note = `${dayText(today)} ${digestOf([packed, ...documents.map(({ bytes }) => bytes)])}`;
  if (folderNote(to, replayedDataset) === note) {
    return { wasMade: false, folder: replayedDataset };
  }
  const files = unpack(archive, packed).map((file) => replayedFile(file, archive, today));
  replaceFolder(to, replayedDataset, [...files, ...documents], note);
  return { wasMade: true, folder: replayedDataset };
}
