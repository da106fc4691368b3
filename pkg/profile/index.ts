export { bytesSource, type ByteSource } from './byte-source.ts';
export { ProfileError, type ProfileErrorCode } from './profile-error.ts';
export { defaultProfileLimits, type ProfileLimits } from './profile-limits.ts';
export { openProfiles } from './open-profiles.ts';
export type { Profile } from './profile.ts';
export type { RawColumn } from './raw-column.ts';
export { contentHash } from './content-hash.ts';
export { type ProfileTimes, replaceTimes } from './replace-times.ts';
export { parseSidecar, type Sidecar } from './sidecar.ts';

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
export { type ColumnType, discreteShare, type InferredType, inferredType, isDiscrete } from './inferred-type.ts';
export { isDiscreteWindow } from './window-discreteness.ts';
export { type SummarizedItem, summarizeColumn, type SummaryValue } from './summarize-column.ts';
export { describeColumn } from './describe-column.ts';
export { type DescribedProfile, describePerformance, describeProfile } from './describe-profile.ts';
export type { JsonValue } from './describe-value.ts';

export type { Classification, ModelPerformance, Regression, ScoreCell } from './model-performance.ts';
export { mergePerformance } from './merge-performance.ts';
export {
  type ClassificationMetrics,
  classificationMetrics,
  type LabelCounts,
  type LabelMetrics,
} from './classification-metrics.ts';
export { type RegressionMetrics, regressionMetrics } from './regression-metrics.ts';
export { auroc, type RocPoint, rocPoints } from './roc.ts';

export type { LoggedValue } from './column-log.ts';
export type { ProfileFacts } from './encode-profile.ts';
export { type LoggedRow, ProfileWriter, writeProfile, type WriterOptions } from './profile-writer.ts';
export { defaultWriterSettings, type WriterSettings } from './writer-settings.ts';
