import type { Segment } from '../../contract/index.ts';
import { expandSegment } from '../../timeline/index.ts';
import type { Analyzer } from '../document/monitor-document.ts';
import { appliesToSegment, targetSegments } from '../targeting/target-segments.ts';
import type { AnalysisRequest, Planning } from './analysis-request.ts';

type Expand = (segment: Segment) => readonly Segment[];

/** The segments of an analyzer itself; null: it leaves them to the query, or to its children. */
function ownSegments({ target }: Analyzer, request: AnalysisRequest, expand: Expand): readonly Segment[] | null {
  // "overall" is also what a target without segments is read as; beside the query's own segments it is no choice.
  const isOpen = request.isInline && request.segments !== null && target?.segments.every((tags) => tags.length === 0);
  return target === null || isOpen === true ? null : targetSegments(target, expand);
}

/** The segments that an analyzer judges and the query asks for. */
export function askedSegments({ analyzer, request, children, labelled }: Planning): readonly Segment[] {
  const expand: Expand = (segment) => expandSegment(labelled, segment);
  const filter = request.segments;
  const ofChildren = children.flatMap((child) => ownSegments(child, { ...request, isInline: false }, expand) ?? []);
  const own = ownSegments(analyzer, request, expand) ?? (ofChildren.length > 0 ? ofChildren : null);
  if (own === null) {
    return targetSegments({ segments: filter ?? [], excludeSegments: [] }, expand);
  }
  const distinct = [...new Map(own.map((segment) => [JSON.stringify(segment), segment])).values()];
  return filter === null
    ? distinct
    : distinct.filter((segment) => appliesToSegment({ segments: filter, excludeSegments: [] }, segment));
}
