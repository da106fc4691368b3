/** The monitor document: what is analysed when and against what, and who hears of it. */
export type { Analyzer, DroppedAnalyzer, Monitor, MonitorDocument } from './document/monitor-document.ts';
export type { AnalyzerSchedule, AnalyzerTarget } from './document/analyzer-parts.ts';
export type { Action, DigestGroup, MonitorFilter, MonitorMode, MonitorSchedule } from './document/monitor-parts.ts';
export type { ColumnDataType, ColumnSchema, CustomMetric, EntitySchema, EntityWeights } from './document/entity.ts';
export type { Problem, ProblemCode, ProblemSeverity } from './document/problem.ts';
export { problemText } from './document/problem.ts';
export { parseMonitorDocument, type ParsedDocument } from './document/parse-monitor-document.ts';
export { type InlineAnalyzer, inlineAnalyzerId, parseAnalyzer } from './document/parse-analyzer.ts';
export { weightBound } from './document/parse-target.ts';
