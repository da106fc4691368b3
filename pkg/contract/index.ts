/** The contract between the editors, the panel and the back end: types, defaults and parsers, no behaviour. */
export type { Baseline } from './baseline.ts';
export { defaultBaseline, maxTrailingWindow } from './baseline.ts';
export type { ColumnFacts, ColumnSelection } from './column-selection.ts';
export { allColumns, asksForGroups, exactNames, selectsColumn } from './column-selection.ts';
export type { ContractErrorCode } from './error.ts';
export { ContractError, isContractError } from './error.ts';
export type { Provenance } from './frame-meta.ts';
export type { Granularity } from './granularity.ts';
export { defaultGranularity, granularities } from './granularity.ts';
export type { ColumnMetricName, DistanceName, Metric } from './metric-name.ts';
export { columnMetrics, distanceMetrics, parseMetric } from './metric-name.ts';
export type { ColumnsQuery, DistributionSource, MetricQuery, ProfileQuery, Query, QueryKind } from './query.ts';
export { distributionSources, parseQuery, queryKinds, querySchemaVersion } from './query.ts';
export type {
  ColumnResource,
  ColumnsResource,
  DatasetResource,
  DatasetsResource,
  MetricsResource,
  ReferencesResource,
  SegmentsResource,
} from './resource.ts';
export type { Segment, SegmentTag } from './segment.ts';
export { anyValue, makeSegment, overallSegment, segmentText } from './segment.ts';
export type { DataSourceSettings, FileStoreSettings, StoreSettings } from './settings.ts';
export { parseSettings } from './settings.ts';
export { leftoverVariable, refuseVariables, variableName } from './variables.ts';
