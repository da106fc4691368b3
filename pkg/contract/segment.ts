import { ContractError } from './error.ts';
import type { JsonReader } from './json-reader.ts';

/** One tag of a segment. The value `*` in a query stands for each value found in the data. */
export interface SegmentTag {
  readonly key: string;
  readonly value: string;
}

/** A set of tags, sorted by key; the empty set is the whole dataset. */
export type Segment = readonly SegmentTag[];

/** The whole dataset. */
export const overallSegment: Segment = [];

/** The value of a tag in a query that stands for each value found. */
export const anyValue = '*';

function byKey(a: SegmentTag, b: SegmentTag): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** The text of a segment in labels and messages: `country=BR,device=ios`, or `overall`. */
export function segmentText(segment: Segment): string {
  return segment.length === 0 ? 'overall' : segment.map(({ key, value }) => `${key}=${value}`).join(',');
}

/** A segment from tags in any order. */
export function makeSegment(tags: Iterable<readonly [string, string]>): Segment {
  return [...tags].map(([key, value]) => ({ key, value })).sort(byKey);
}

/**
 * Reads `segments` of a query, in the form of a monitor document: `[{"tags": [{"key": "country", "value": "BR"}]}]`.
 * Absent, an empty list and blank tags mean the whole dataset.
 *
 * @throws ContractError when a key occurs twice in one segment
 */
export function parseSegments(readers: readonly JsonReader[] | undefined): readonly Segment[] {
  const segments = (readers ?? []).map((reader) => {
    const tags = (reader.objects('tags') ?? [])
      .map((tag) => ({ key: tag.optionalString('key') ?? '', value: tag.optionalString('value') ?? '' }))
      .filter(({ key }) => key !== '');
    const keys = new Set(tags.map(({ key }) => key));
    if (keys.size !== tags.length) {
      throw new ContractError(
        'unknown-value',
        `${reader.path}.tags`,
        'a key occurs twice; a segment has each key once'
      );
    }
    return tags.sort(byKey);
  });
  const distinct = new Map(segments.map((segment) => [JSON.stringify(segment), segment]));
  return distinct.size === 0 ? [overallSegment] : [...distinct.values()];
}
