import type { CatalogEntry, RejectedObject } from '../../store/index.ts';
import { TimelineIndex } from '../../timeline/index.ts';

/** An entry of the catalog; its key, if it is a date, is its time. */
export function entry(key: string, facts: Partial<CatalogEntry> = {}): CatalogEntry {
  const timestampMs = Date.parse(key);
  return {
    object: { key, sizeBytes: 1, version: 'v1', modifiedMs: 0 },
    index: 0,
    datasetId: 'd',
    profileId: null,
    timestampMs: Number.isNaN(timestampMs) ? 0 : timestampMs,
    arrivalMs: null,
    tags: [],
    columnNames: ['a', 'b'],
    ...facts,
  };
}

export function rejected(key: string, facts: Partial<RejectedObject> = {}): RejectedObject {
  const { object } = entry(key);
  return { object, datasetId: 'd', profileId: null, isReadable: false, reason: `${key} is broken`, ...facts };
}

export function indexOf(entries: readonly CatalogEntry[], broken: readonly RejectedObject[] = []): TimelineIndex {
  return new TimelineIndex({ entries, rejected: broken, listedMs: 12345 });
}
