import type { CommonQuery, StoredTag } from '../model.ts';

type StoredSegments = NonNullable<CommonQuery['segments']>;

/**
 * The segments of a draft that say something. A tag without its key or value is still being entered; a segment of such
 * tags alone is left out, as without tags it would be the whole dataset.
 *
 * @returns undefined when none is left: the whole dataset
 */
export function segmentsOf(draft: StoredSegments): StoredSegments | undefined {
  const complete = draft.flatMap((segment) => {
    const tags = segment.tags.filter(isComplete);
    return tags.length === 0 && segment.tags.length > 0 ? [] : [{ ...segment, tags }];
  });
  return complete.length === 0 ? undefined : complete;
}

function isComplete({ key, value }: StoredTag): boolean {
  return key !== '' && value !== '';
}

/** The list with one entry replaced, or left out when there is nothing in its place. */
export function replaced<Entry>(list: readonly Entry[], idx: number, entry: Entry | null): Entry[] {
  return list.flatMap((old, i) => (i !== idx ? [old] : entry === null ? [] : [entry]));
}
