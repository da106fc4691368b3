import type { DatasetIndex } from '../../timeline/index.ts';
import type { BucketSize } from '../../timeline/index.ts';
import type { TagChange } from './monitoring-plan.ts';

function valuesAt(dataset: DatasetIndex, size: BucketSize, startMs: number): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, Set<string>>();
  for (const { tags } of dataset.bucket(size, startMs)) {
    for (const [key, value] of tags) {
      values.set(key, (values.get(key) ?? new Set()).add(value));
    }
  }
  return new Map([...values].map(([key, found]) => [key, [...found].sort()]));
}

/**
 * The buckets in which the set of a tag's values differs from that of the newest bucket before it with that tag. The
 * first bucket with a tag changes nothing: nobody knows what was before.
 *
 * @param starts buckets in time order; those before `fromMs` only tell what was before
 * @param keys empty: all tags
 */
export function tagChanges(
  dataset: DatasetIndex,
  size: BucketSize,
  starts: readonly number[],
  fromMs: number,
  keys: readonly string[]
): readonly TagChange[] {
  const known = new Map<string, readonly string[]>();
  const changes: TagChange[] = [];
  for (const startMs of starts) {
    for (const [key, after] of valuesAt(dataset, size, startMs)) {
      const before = known.get(key);
      const isWatched = keys.length === 0 || keys.includes(key);
      if (isWatched && startMs >= fromMs && before !== undefined && before.join('\n') !== after.join('\n')) {
        changes.push({ key, startMs, before, after });
      }
      known.set(key, after);
    }
  }
  return changes;
}
