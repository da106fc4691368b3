/** The one place that decides what "3 March for country=BR" is: buckets, batches, windows, segments. */
export type { Axis } from './axis.ts';
export { axisOf, coarsenedAxis, maxBuckets, minimumPoints, withHistory } from './axis.ts';
export type { BatchMembers, Tags } from './batch-members.ts';
export { batchMembers, expandSegment } from './batch-members.ts';
export type { BatchFacts, BatchFactsOutcome } from './batch-facts.ts';
export type { BatchCaches, BatchColumn, BatchMember } from './batch-reader.ts';
export { batchCaches, BatchReader } from './batch-reader.ts';
export type { BucketSize } from './bucket.ts';
export { addBuckets, bucketSizes, bucketStart } from './bucket.ts';
export { DatasetIndex, TimelineIndex } from './dataset-index.ts';
export type { TimelineErrorCode } from './error.ts';
export { isTimelineError, TimelineError } from './error.ts';
export type { EvaluationMoment } from './evaluation-time.ts';
export { evaluationTime, latestBuckets, latestCandidates } from './evaluation-time.ts';
