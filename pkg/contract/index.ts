/** The contract between the editors, the panel and the back end: types, defaults and parsers, no behaviour. */
export type {
  AnalyzerBaseline,
  AnalyzerConfig,
  AnalyzerType,
  ColumnListConfig,
  ComparisonConfig,
  CompositeConfig,
  CronSchedule,
  DiffConfig,
  DriftAlgorithm,
  DriftBins,
  DriftConfig,
  ExpectedValue,
  FixedConfig,
  FrequentStringComparisonConfig,
  ListComparisonConfig,
  MonotonicConfig,
  SeasonalConfig,
  SeasonalOrder,
  StddevConfig,
  StddevParams,
  ThresholdType,
} from './analyzer.ts';
export { analyzerTypes } from './analyzer.ts';
export type { AnalyzerMetric, AnalyzerMetricValue } from './analyzer-metric.ts';
export { analyzerMetric, analyzerMetrics } from './analyzer-metric.ts';
export type { FailureType } from './failure-type.ts';
export { failureTypes } from './failure-type.ts';
export { isGlob, matchesGlob } from './glob.ts';
export { isoTimeMs } from './iso-time.ts';
export { isJsonObject, type JsonObject, JsonReader } from './json-reader.ts';
export type {
  AnalyzerOutcome,
  ItemCount,
  OutcomeCells,
  ResultFields,
  ResultRecord,
  VerdictState,
} from './result-record.ts';
export type { TimeRange } from './time-range.ts';
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
export type { ColumnsQuery } from './columns-query.ts';
export type { DistributionSource } from './distribution-source.ts';
export { distributionSources } from './distribution-source.ts';
export type { MetricQuery } from './metric-query.ts';
export type { DisplayBins } from './display-bins.ts';
export { binRules, maxBins } from './display-bins.ts';
export type { DistributionQuery } from './distribution-query.ts';
export { distributionForms } from './distribution-query.ts';
export type { ProfileQuery } from './profile-query.ts';
export { profileTargets } from './profile-query.ts';
export type { BatchQuery, EngineQuery, Query, QueryKind } from './query.ts';
export { isEngineQuery, parseQuery, queryKinds, querySchemaVersion } from './query.ts';
export type {
  AnalyzerCheck,
  AnalyzerCheckResource,
  AnalyzerResource,
  ColumnResource,
  ColumnsResource,
  DatasetResource,
  DatasetsResource,
  DocumentCheckResource,
  MetricsResource,
  MonitoringResource,
  MonitorResource,
  ProblemResource,
  ReferencesResource,
  SegmentsResource,
} from './resource.ts';
export { parseAnalyzerCheck, parseDocumentCheck } from './resource.ts';
export type { Segment, SegmentTag } from './segment.ts';
export { anyValue, makeSegment, overallSegment, segmentText } from './segment.ts';
export type { DataSourceSettings, FileStoreSettings, StoreSettings } from './settings.ts';
export { parseSettings } from './settings.ts';
export { leftoverVariable, refuseVariables, variableName } from './variables.ts';
export type { Binning, ProfileFrameMeta, ProfileSide, ProfileVerdict } from './profile-frame.ts';
export { categoriesFrame, contributionsFrame, histogramFrame } from './profile-frame.ts';
export type { AnalysisAggregate, AnalysisQuery, AnalysisSeries } from './analysis-query.ts';
export { analysisAggregates, analysisSeries } from './analysis-query.ts';
export type { AnalyzerChoice } from './analyzer-choice.ts';
export type { AnomaliesQuery, EventsQuery, MonitorQuery } from './monitor-query.ts';
export { parseAnomaliesQuery } from './monitor-query.ts';
export type { DocumentChoice, MonitoringQuery, ReadinessClock } from './monitoring-query.ts';
export { readinessClocks } from './monitoring-query.ts';
