import type { Provenance } from '../contract/index.ts';
import type { FrameMeta, Notice } from '../grafana/frames.ts';
import type { PlannedSegment, QueryPlan } from './plan.ts';
import { membersAt } from './unit-context.ts';

/** Most reasons that one frame quotes; the others are counted. */
const quotedFailures = 3;

/** The profiles that a segment's values stand on, as positions in the plan's members. */
function positionsOf({ batches, reference, readStart, targetEnd }: PlannedSegment): readonly number[] {
  return [...new Set([...batches.slice(readStart, targetEnd), reference ?? []].flat())];
}

/** What a frame was computed from; without a segment: the whole answer, such as a table of all columns. */
export function provenanceOf(plan: QueryPlan, segment: PlannedSegment | null): Provenance {
  const members = segment === null ? plan.members : membersAt(plan, positionsOf(segment));
  const arrivals = members.flatMap(({ arrivalMs }) => arrivalMs ?? []);
  return {
    datasetId: plan.request.query.datasetId,
    evaluationTimeMs: plan.evaluationMs,
    profiles: members.length,
    newestArrivalMs: arrivals.length === 0 ? null : arrivals.reduce((a, b) => Math.max(a, b)),
    rejected: plan.rejected,
    granularity: plan.size,
    listedMs: plan.listedMs,
  };
}

/** Notices for batches of a frame that could not be read. */
export function failureNotices(failures: readonly string[]): readonly Notice[] {
  const notices = failures.slice(0, quotedFailures).map((text): Notice => ({ severity: 'warning', text }));
  const more = failures.length - notices.length;
  const text = more === 1 ? '1 more batch cannot be read' : `${more} more batches cannot be read`;
  return more > 0 ? [...notices, { severity: 'warning', text }] : notices;
}

/** What a frame has to say of itself, beside what it was computed from. */
export interface FrameRemarks {
  /** Reasons of the batches that cannot be read. */
  readonly failures?: readonly string[];
  /** Why values are missing although everything could be read. */
  readonly remarks?: readonly string[];
}

/**
 * The meta of a frame.
 *
 * @param isFirst the remarks on the whole answer stand in its first frame alone: Grafana shows those of all frames
 */
export function frameMeta(
  plan: QueryPlan,
  segment: PlannedSegment | null,
  isFirst: boolean,
  { failures = [], remarks = [] }: FrameRemarks = {}
): FrameMeta {
  const general = isFirst ? plan.notices.map((text): Notice => ({ severity: 'warning', text })) : [];
  const own = remarks.map((text): Notice => ({ severity: 'info', text }));
  const notices = [...general, ...failureNotices(failures), ...own];
  const custom = provenanceOf(plan, segment);
  return notices.length === 0 ? { custom } : { custom, notices };
}
