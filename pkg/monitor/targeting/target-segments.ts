import type { Segment } from '../../contract/index.ts';
import { anyValue } from '../../contract/index.ts';

/** The segments of a target matrix. */
export interface SegmentSelection {
  /** `[]` among them is the whole dataset, the value `*` each value; an empty list means the whole dataset alone. */
  readonly segments: readonly Segment[];
  /** What is excluded is excluded, whatever includes it. An empty list excludes nothing. */
  readonly excludeSegments: readonly Segment[];
}

const wholeDatasetOnly: readonly Segment[] = [[]];

function included({ segments }: SegmentSelection): readonly Segment[] {
  return segments.length === 0 ? wholeDatasetOnly : segments;
}

/** Same number of tags, and each configured one is there, with its value or `*`. */
function entryMatches(entry: Segment, segment: Segment): boolean {
  return (
    entry.length === segment.length &&
    entry.every(({ key, value }) =>
      segment.some((tag) => tag.key === key && (value === anyValue || tag.value === value))
    )
  );
}

function isExcluded({ excludeSegments }: SegmentSelection, segment: Segment): boolean {
  return excludeSegments.some((entry) => entryMatches(entry, segment));
}

/** True when an analyzer with this target applies to a segment of the data (spec/analyzers.md c). */
export function appliesToSegment(selection: SegmentSelection, segment: Segment): boolean {
  return included(selection).some((entry) => entryMatches(entry, segment)) && !isExcluded(selection, segment);
}

/**
 * The segments that a target means, each once, in the document's order. Named ones are there whether they have data
 * or not, so that missing data is seen.
 *
 * @param expand the segments of the data that one with `*` stands for, and a segment without `*` itself; `timeline`'s
 *   expandSegment over the dataset's profiles
 */
export function targetSegments(
  selection: SegmentSelection,
  expand: (segment: Segment) => readonly Segment[]
): readonly Segment[] {
  const found = included(selection)
    .flatMap((entry) => expand(entry))
    .filter((segment) => !isExcluded(selection, segment));
  return [...new Map(found.map((segment) => [JSON.stringify(segment), segment])).values()];
}
