import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { driftDistance, histogramCells } from '../../pkg/analyzer/index.ts';
import {
  type ByteSource,
  type ColumnProfile,
  decodeColumn,
  openProfiles,
  type Profile,
} from '../../pkg/profile/index.ts';
import type { KllSketch } from '../../pkg/sketch/index.ts';
import { driftDays, type Summary } from './outcome.ts';
import { summarise } from './summarise.ts';

async function openAll(sources: readonly ByteSource[]): Promise<readonly Profile[]> {
  return (await Promise.all(sources.map((source) => openProfiles(source)))).flat();
}

/** Opens every object and decodes every column of it, frequent items included. */
export async function decodeAll(sources: readonly ByteSource[]): Promise<readonly (readonly ColumnProfile[])[]> {
  const days: ColumnProfile[][] = [];
  for (const source of sources) {
    const columns: ColumnProfile[] = [];
    for (const profile of await openProfiles(source)) {
      for (const raw of await profile.readColumns()) columns.push(decodeColumn(raw));
    }
    days.push(columns);
  }
  return days;
}

/** Opens every object and summarises the given columns (default: all), one after the other, holding on to one at a time. */
export async function summariseWhole(
  sources: readonly ByteSource[],
  isWanted: (index: number) => boolean = () => true
): Promise<Map<string, Summary>> {
  const profiles = await openAll(sources);
  const names = new Set(profiles.flatMap(({ columnNames }) => columnNames));
  const summaries = new Map<string, Summary>();
  for (const name of [...names].filter((_, index) => isWanted(index))) {
    const days: ColumnProfile[] = [];
    for (const profile of profiles) {
      const column = await profile.readColumn(name);
      if (column !== null) days.push(decodeColumn(column));
    }
    summaries.set(name, summarise(days));
  }
  return summaries;
}

/** The Hellinger distance of each day of a column against the days before it. */
export async function drift(sources: readonly ByteSource[], column: string): Promise<readonly number[]> {
  const days: KllSketch[] = [];
  for (const profile of await openAll(sources)) {
    const raw = await profile.readColumn(column);
    const distribution = raw === null ? null : decodeColumn(raw, ['distribution']).distribution;
    if (distribution !== null) days.push(distribution.kll);
  }
  return days.slice(driftDays).map((target, index) => {
    const cells = histogramCells({ baseline: days.slice(index, index + driftDays), target: [target] });
    return cells === null ? NaN : driftDistance('hellinger', cells);
  });
}

/** Opens a file and reads its head and one column of it, no other bytes. */
export async function readOneColumn(path: string, column: string): Promise<{ summary: Summary; bytesRead: number }> {
  const file = openSync(path, 'r');
  let bytesRead = 0;
  const source: ByteSource = {
    name: path,
    size: fstatSync(file).size,
    read: (start, end) => {
      const bytes = new Uint8Array(end - start);
      bytesRead += readSync(file, bytes, 0, bytes.length, start);
      return bytes;
    },
  };
  try {
    const [profile] = await openProfiles(source);
    const raw = await profile?.readColumn(column);
    if (raw === undefined || raw === null) throw new Error(`${path} has no column ${column}`);
    return { summary: summarise([decodeColumn(raw)]), bytesRead };
  } finally {
    closeSync(file);
  }
}
