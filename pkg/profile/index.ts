export { bytesSource, type ByteSource } from './byte-source.ts';
export { ProfileError, type ProfileErrorCode } from './profile-error.ts';
export { defaultProfileLimits, type ProfileLimits } from './profile-limits.ts';
export { openProfiles } from './open-profiles.ts';
export type { Profile } from './profile.ts';
export type { RawColumn } from './raw-column.ts';
export { contentHash } from './content-hash.ts';

export {
  type ColumnProfile,
  type Counts,
  type Distribution,
  emptyColumnProfile,
  type IntRange,
  type MetricName,
  metricNames,
  type TypeCounts,
} from './column-profile.ts';
export type { OtherComponent, StructValue } from './other-component.ts';
export { decodeColumn } from './decode-column.ts';
export { addColumns } from './add-columns.ts';
export { type HashedColumn, mergeColumnProfiles, mergeColumns } from './merge-columns.ts';

export { type ColumnMetricName, columnMetric, columnMetricNames, columnQuantile } from './column-metric.ts';
export { type ColumnType, type InferredType, inferredType, isDiscrete } from './inferred-type.ts';
export { summarizeColumn, type SummaryValue } from './summarize-column.ts';

export type { Classification, ModelPerformance, Regression, ScoreCell } from './model-performance.ts';
