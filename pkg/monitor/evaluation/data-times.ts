import type { Granularity, Segment } from '../../contract/index.ts';
import type { DatasetIndex } from '../../timeline/index.ts';
import { bucketStart } from '../../timeline/index.ts';

function hasTags(tags: readonly (readonly [string, string])[], segment: Segment): boolean {
  return segment.every(({ key, value }) => tags.some(([k, v]) => k === key && v === value));
}

/**
 * Start of the first bucket in which each column of a segment has data, epoch ms; under the empty text that of the
 * segment itself.
 */
export function firstDataOf(
  dataset: DatasetIndex,
  segment: Segment,
  granularity: Granularity
): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { tags, columnNames, timestampMs } of dataset.entries) {
    if (hasTags(tags, segment)) {
      const start = bucketStart(timestampMs, granularity);
      // A column of that name has data no sooner than its segment.
      for (const name of ['', ...columnNames]) {
        first.set(name, Math.min(first.get(name) ?? start, start));
      }
    }
  }
  return first;
}

/** When the newest profile of a segment arrived, epoch ms; null when none says. */
export function newestArrivalOf(dataset: DatasetIndex, segment: Segment): number | null {
  let newest: number | null = null;
  for (const { tags, arrivalMs } of dataset.entries) {
    if (arrivalMs !== null && hasTags(tags, segment)) {
      newest = Math.max(newest ?? arrivalMs, arrivalMs);
    }
  }
  return newest;
}
