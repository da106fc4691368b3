import type { CatalogEntry } from '../store/index.ts';

/** A set of tags; empty for the whole dataset. Same shape as the contract's segments. */
export type Tags = readonly { readonly key: string; readonly value: string }[];

/** Tag keys of a profile as a text: the partition it was made by. Empty for an unsegmented profile. */
function partitionOf(entry: CatalogEntry): string {
  return JSON.stringify(entry.tags.map(([key]) => key));
}

const unsegmented = '[]';

function hasTags(entry: CatalogEntry, segment: Tags): boolean {
  return segment.every(({ key, value }) => entry.tags.some(([k, v]) => k === key && v === value));
}

/** The partition with the fewest keys, then the first by code points: the least that holds what is asked for. */
function compareCoarseness(a: string, b: string): number {
  return a.split('","').length - b.split('","').length || (a < b ? -1 : a > b ? 1 : 0);
}

export interface BatchMembers {
  readonly members: readonly CatalogEntry[];
  /** True when the same rows were profiled under several partitions and one of them was chosen. */
  readonly wasChosen: boolean;
}

/** Shared: plans of long ranges hold many empty batches. */
const noMembers: BatchMembers = { members: [], wasChosen: false };

/**
 * The profiles of a bucket that make up a segment's batch: all that hold its tags. Where a dataset was profiled under
 * several partitions (by `origin` and again by `carrier`), adding them would count rows twice, so one partition is
 * taken: the one with the fewest keys, then the first by name. Unsegmented profiles always belong to the whole
 * dataset, as at WhyLabs.
 *
 * The choice looks at this bucket alone, so that no other batch can change it.
 */
export function batchMembers(entries: readonly CatalogEntry[], segment: Tags): BatchMembers {
  const holders = entries.filter((entry) => hasTags(entry, segment));
  if (holders.length === 0) {
    return noMembers;
  }
  const partitions = [...new Set(holders.map(partitionOf))]
    .filter((keys) => keys !== unsegmented)
    .sort(compareCoarseness);
  if (partitions.length <= 1) {
    return { members: holders, wasChosen: false };
  }
  const members = holders.filter((entry) => {
    const partition = partitionOf(entry);
    return partition === unsegmented || partition === partitions[0];
  });
  return { members, wasChosen: true };
}

/** The value in a query's segment that stands for each value in the data. */
const anyValue = '*';

/**
 * The segments that a query's segment stands for: itself, or one for each combination of values that the profiles
 * have at its `*` tags, in order of their values.
 */
export function expandSegment(entries: readonly CatalogEntry[], segment: Tags): readonly Tags[] {
  if (!segment.some(({ value }) => value === anyValue)) {
    return [segment];
  }
  const fixed = segment.filter(({ value }) => value !== anyValue);
  const found = new Map<string, Tags>();
  for (const entry of entries) {
    if (hasTags(entry, fixed)) {
      const tags = segment.map(({ key }) => ({ key, value: entry.tags.find(([k]) => k === key)?.[1] }));
      if (tags.every((tag): tag is { key: string; value: string } => tag.value !== undefined)) {
        found.set(JSON.stringify(tags), tags);
      }
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, tags]) => tags);
}
