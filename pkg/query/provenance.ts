import type { Provenance } from '../contract/index.ts';
import type { FrameMeta, Notice } from '../grafana/frames.ts';
import type { PlannedSegment, QueryPlan } from './plan.ts';
import { membersAt } from './unit-context.ts';

/** Most reasons that one frame quotes; the others are counted. */
const quotedFailures = 3;

/** What a frame was computed from. */
export function provenanceOf(plan: QueryPlan, segment: PlannedSegment | null): Provenance {
  // Without a segment: the whole answer, such as a table of all columns.
  const members =
    segment === null
      ? plan.members
      : membersAt(plan, [...new Set([...segment.batches, segment.reference ?? []].flat())]);
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
  return more > 0 ? [...notices, { severity: 'warning', text: `${more} more batches cannot be read` }] : notices;
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
  failures: readonly string[] = []
): FrameMeta {
  const general = isFirst ? plan.notices.map((text): Notice => ({ severity: 'warning', text })) : [];
  const notices = [...general, ...failureNotices(failures)];
  const custom = provenanceOf(plan, segment);
  return notices.length === 0 ? { custom } : { custom, notices };
}
