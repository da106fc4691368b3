import { asksForGroups, selectsColumn } from '../contract/index.ts';
import type { JudgementCache } from '../monitor/index.ts';
import type { ColumnProfile, MetricName } from '../profile/index.ts';
import { isDiscrete } from '../profile/index.ts';
import type { BatchColumn, BatchReader } from '../timeline/index.ts';
import { RequestError } from './error.ts';
import type { PlannedMember, PlannedSegment, QueryPlan } from './plan.ts';

/** What the evaluation of one column may use. */
export interface UnitContext {
  readonly plan: QueryPlan;
  readonly reader: BatchReader;
  readonly judgements: JudgementCache;
  /** True when nobody waits for the answer any more; asked between units of work. */
  readonly isCancelled: () => boolean;
}

/** Metrics that decide whether a column is discrete. */
export const discretenessMetrics: readonly MetricName[] = ['counts', 'types', 'cardinality'];

/** @throws RequestError cancelled */
export function throwIfCancelled({ isCancelled }: UnitContext): void {
  if (isCancelled()) {
    throw new RequestError('cancelled', 'the query was cancelled');
  }
}

/** The profiles at the given positions of the plan. */
export function membersAt(plan: QueryPlan, positions: readonly number[]): readonly PlannedMember[] {
  return positions.flatMap((position) => plan.members[position] ?? []);
}

/**
 * Reads one column of one batch of the plan.
 *
 * @throws RequestError cancelled; unreadable-profile for an alert rule, which must not be answered from the rest
 */
export async function readBatch(
  context: UnitContext,
  positions: readonly number[],
  column: string,
  wanted: readonly MetricName[]
): Promise<BatchColumn> {
  throwIfCancelled(context);
  const batch = await context.reader.column(membersAt(context.plan, positions), column, wanted);
  if (batch.kind === 'failed' && context.plan.request.isAlert) {
    throw new RequestError('unreadable-profile', `a profile of this rule cannot be read: ${batch.reason}`);
  }
  return batch;
}

/** What one column of a segment is answered from. */
export interface SegmentBatches {
  /** The window before the first target, in time order. */
  readonly before: readonly BatchColumn[];
  readonly target: readonly BatchColumn[];
  /** Null when the baseline is no reference. */
  readonly reference: BatchColumn | null;
  /** Why some of them cannot be read, each reason once. */
  readonly failures: readonly string[];
}

/** Reads the batches that a segment's answer stands on, and no others. @throws RequestError as readBatch */
export async function readSegment(
  context: UnitContext,
  { batches, reference, readStart, targetStart, targetEnd }: PlannedSegment,
  column: string,
  wanted: readonly MetricName[]
): Promise<SegmentBatches> {
  const read: BatchColumn[] = [];
  for (const positions of batches.slice(readStart, targetEnd)) {
    read.push(await readBatch(context, positions, column, wanted));
  }
  const ofReference = reference === null ? null : await readBatch(context, reference, column, wanted);
  return {
    before: read.slice(0, targetStart - readStart),
    target: read.slice(targetStart - readStart),
    reference: ofReference,
    failures: failuresOf(ofReference === null ? read : [...read, ofReference]),
  };
}

/** The columns of batches that can be read, in the order of the batches. */
export function columnsOf(batches: readonly BatchColumn[]): readonly ColumnProfile[] {
  return batches.flatMap((batch) => (batch.kind === 'column' ? [batch.column] : []));
}

/** Reasons of the batches that cannot be read, each once. */
function failuresOf(batches: readonly BatchColumn[]): readonly string[] {
  return [...new Set(batches.flatMap((batch) => (batch.kind === 'failed' ? [batch.reason] : [])))];
}

/** Whether the column is discrete in the newest batch of the segment that can tell; null when none can. */
async function newestDiscreteness(
  context: UnitContext,
  segment: PlannedSegment,
  column: string
): Promise<boolean | null> {
  for (const positions of [...segment.batches].reverse()) {
    const [profile] = columnsOf([await readBatch(context, positions, column, discretenessMetrics)]);
    const known = profile === undefined ? null : isDiscrete(profile);
    if (known !== null) {
      return known;
    }
  }
  return null;
}

/** Decides what the headers could not: whether the selection's groups by discreteness hold the column. */
export async function isSelected(context: UnitContext, column: string): Promise<boolean> {
  const { query } = context.plan.request;
  if (!asksForGroups(query.columns)) {
    return true;
  }
  for (const segment of context.plan.segments) {
    const known = await newestDiscreteness(context, segment, column);
    if (known !== null) {
      return selectsColumn(query.columns, { name: column, isDiscrete: known });
    }
  }
  return selectsColumn(query.columns, { name: column, isDiscrete: null });
}
