import type { RejectedObject } from '../store/index.ts';
import type { Axis } from '../timeline/index.ts';
import { addBuckets, bucketStart } from '../timeline/index.ts';
import { bucketsText } from './bucket-text.ts';
import type { Extent } from './extent.ts';
import type { QueryRequest } from './request.ts';

/** Most reasons for unreadable objects that one answer quotes. */
const quotedReasons = 3;

export interface PlanFindings {
  readonly request: QueryRequest;
  readonly axis: Axis;
  readonly rejected: readonly RejectedObject[];
  readonly evaluationMs: number;
  /** Whether one of several partitions of the same rows was chosen. */
  readonly wasChosen: boolean;
  /** Whether the last bucket of a series has profiles. */
  readonly hasLastBatch: boolean;
  /** Where the dataset's profiles lie when none is in the range; null when one is, or the answer is about no range. */
  readonly elsewhere: Extent | null;
}

/** Why objects are in no answer, the first few quoted. */
export function rejectedNotices(rejected: readonly RejectedObject[]): readonly string[] {
  const quoted = rejected.slice(0, quotedReasons).map(({ reason }) => reason);
  const more = rejected.length - quoted.length;
  if (more === 0) {
    return quoted;
  }
  const objects = more === 1 ? '1 more object' : `${more} more objects`;
  return [...quoted, `${objects} cannot be read; the health check of the data source counts them`];
}

/** What a person should know of an answer before believing it. */
export function planNotices(findings: PlanFindings): readonly string[] {
  const { request, axis, rejected, evaluationMs, wasChosen, hasLastBatch, elsewhere } = findings;
  const notices = [...rejectedNotices(rejected)];
  if (elsewhere !== null && elsewhere.firstMs !== null && elsewhere.lastMs !== null) {
    const days = new Set([elsewhere.firstMs, elsewhere.lastMs].map((ms) => bucketStart(ms, 'daily')));
    notices.push(
      `no profiles lie in the time range; those of ${request.query.datasetId} are of ${bucketsText([...days], 'daily')}`
    );
  }
  if (axis.size !== request.query.granularity) {
    notices.push(
      `shown in ${axis.size} batches: the range holds more ${request.query.granularity} ones than the panel's ${request.maxDataPoints} points`
    );
  }
  if (wasChosen) {
    notices.push('the same rows were profiled under several partitions; the one with the fewest keys is shown');
  }
  const last = axis.starts.at(-1);
  if (hasLastBatch && last !== undefined && addBuckets(last, axis.size, 1) > evaluationMs) {
    notices.push('the last batch is not complete yet');
  }
  return notices;
}
