import type { AnalyzerChoice } from './analyzer-choice.ts';
import { parseAnalyzerChoice } from './analyzer-choice.ts';
import type { MonitoringQuery } from './monitoring-query.ts';
import { parseMonitoring } from './monitoring-query.ts';
import type { JsonReader } from './json-reader.ts';

/** What an analysis answers with, each a series or a number of its own. */
export const analysisSeries = ['value', 'lower', 'upper', 'verdict', 'batch'] as const;
export type AnalysisSeries = (typeof analysisSeries)[number];

/** `none`: one answer for each column and segment; else the number or the share of the anomalous columns. */
export const analysisAggregates = ['none', 'count', 'share'] as const;
export type AnalysisAggregate = (typeof analysisAggregates)[number];

/** An analyzer, evaluated over the range or for the newest eligible batch. */
export interface AnalysisQuery extends MonitoringQuery {
  readonly kind: 'analysis';
  readonly analyzer: AnalyzerChoice;
  readonly mode: 'series' | 'latest';
  readonly series: readonly AnalysisSeries[];
  readonly aggregate: AnalysisAggregate;
}

/** All of them that a graph draws. */
const drawnSeries: readonly AnalysisSeries[] = ['value', 'lower', 'upper', 'verdict'];

/** @throws ContractError */
export function parseAnalysisQuery(reader: JsonReader): AnalysisQuery {
  const mode = reader.optionalOneOf('mode', ['series', 'latest'] as const) ?? 'series';
  const asked = reader.optionalTexts('series', analysisSeries);
  return {
    kind: 'analysis',
    ...parseMonitoring(reader),
    analyzer: parseAnalyzerChoice(reader),
    mode,
    // A rule compares one number: whether there is an anomaly.
    series: asked ?? (mode === 'latest' ? ['verdict'] : drawnSeries),
    aggregate: reader.optionalOneOf('aggregate', analysisAggregates) ?? 'none',
  };
}
