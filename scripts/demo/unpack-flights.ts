import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, constants } from 'node:zlib';
import { parseTar } from 'nanotar';
import { root } from '../lib/run.ts';

const archive = join(root, 'examples', 'flights', 'flights-profiles.tar.br');
/** A store as the data source expects it: the dataset `flights` in a folder of that name. */
export const flightsStore = join(root, 'examples', 'flights', 'store');

/** Where an entry of the archive belongs: daily profiles by date, reference profiles by name. */
function placeOf(name: string): string | null {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || !name.endsWith('.bin')) {
    return null;
  }
  const [first, ...rest] = parts;
  switch (first) {
    case 'profiles':
      return join('flights', ...rest);
    case 'reference':
      return join('flights', 'reference', ...rest);
    default:
      return null;
  }
}

/** Puts the flights' monitor document beside their profiles, as it stands in the repository now. */
export function placeDocument(store: string): void {
  const document = readFileSync(join(root, 'examples', 'flights', 'monitor.json'));
  const target = join(store, 'flights', 'monitor.json');
  if (!existsSync(target) || !readFileSync(target).equals(document)) {
    // Whole or not at all: somebody may read it at this moment.
    writeFileSync(`${target}.${process.pid}`, document);
    renameSync(`${target}.${process.pid}`, target);
  }
}

/** Unpacks the example profiles into a store, once. @returns the folder of the store */
export function unpackFlights(): string {
  if (!existsSync(flightsStore)) {
    unpack();
  }
  placeDocument(flightsStore);
  return flightsStore;
}

function unpack(): void {
  const tar = brotliDecompressSync(readFileSync(archive), {
    params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 },
  });
  // Under another name until it is complete, so that an interrupted run leaves no half of a store.
  const unfinished = `${flightsStore}.${process.pid}`;
  for (const entry of parseTar(tar)) {
    const place = placeOf(entry.name);
    if (place !== null && entry.data !== undefined) {
      const file = join(unfinished, place);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, entry.data);
    }
  }
  try {
    renameSync(unfinished, flightsStore);
  } catch (error) {
    // Another run was faster.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(flightsStore)) {
      throw error;
    }
  }
}
