import type { Segment } from '../contract/index.ts';
import type { BatchMember, BucketSize } from '../timeline/index.ts';
import type { MonitoringPlan } from './monitoring/monitoring-plan.ts';
import type { QueryRequest } from './request.ts';

/** A profile that a plan reads. */
export interface PlannedMember extends BatchMember {
  readonly arrivalMs: number | null;
}

/** One segment of a plan: which profiles make up its batches. Numbers are positions in the plan's members. */
export interface PlannedSegment {
  readonly segment: Segment;
  /** The profiles of each bucket of the axis. */
  readonly batches: readonly (readonly number[])[];
  /** The profiles of the reference; null when the baseline is no reference. */
  readonly reference: readonly number[] | null;
  /** The first bucket that the answer stands on: the oldest of the first target's window. Position on the axis. */
  readonly readStart: number;
  /** The buckets that are the answer: positions on the axis, half-open. Empty when there is no answer. */
  readonly targetStart: number;
  readonly targetEnd: number;
}

/**
 * Everything that one query needs to know of the store, taken from one listing, so that all its parts speak of the
 * same files. Plain data: it travels to the threads that evaluate it, column by column.
 */
export interface QueryPlan {
  readonly request: QueryRequest;
  readonly size: BucketSize;
  /** Starts of the buckets, history first, epoch ms. */
  readonly axis: readonly number[];
  readonly members: readonly PlannedMember[];
  readonly segments: readonly PlannedSegment[];
  /** The columns to evaluate, in order; groups by discreteness are decided where the data are read. */
  readonly columns: readonly string[];
  readonly evaluationMs: number;
  readonly listedMs: number;
  /** Objects of the dataset that could not be read and may be missing in the answer. */
  readonly rejected: number;
  /** Remarks on the whole answer, for people. */
  readonly notices: readonly string[];
  /** What the engine evaluates; null for a query of batches. */
  readonly monitoring: MonitoringPlan | null;
}
