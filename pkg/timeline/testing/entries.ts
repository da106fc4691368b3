import type { CatalogEntry, RejectedObject } from '../../store/index.ts';

/** An entry of the catalog; what a test does not say is of no account to it. */
export function entry(key: string, facts: Partial<CatalogEntry> = {}): CatalogEntry {
  return {
    object: { key, sizeBytes: 1, version: 'v1', modifiedMs: 0 },
    index: 0,
    datasetId: 'flights',
    profileId: null,
    timestampMs: 0,
    arrivalMs: null,
    tags: [],
    columnNames: ['a'],
    ...facts,
  };
}

/** An entry with the given tags: its key tells them. */
export function tagged(tags: Readonly<Record<string, string>>): CatalogEntry {
  const pairs = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1));
  return entry(pairs.map((pair) => pair.join('=')).join(), { tags: pairs });
}

export function rejected(key: string, facts: Partial<RejectedObject> = {}): RejectedObject {
  const { object } = entry(key);
  return { object, datasetId: 'flights', profileId: null, isReadable: false, reason: `${key} is broken`, ...facts };
}
