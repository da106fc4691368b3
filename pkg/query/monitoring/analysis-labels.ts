import type { AnalysisSeries, Segment } from '../../contract/index.ts';
import type { AnalysisPlan } from '../../monitor/index.ts';
import { datasetColumn } from '../../monitor/index.ts';
import { seriesLabels } from '../series-labels.ts';

/** What a series of an analysis is about. */
export interface AnalysisIdentity {
  readonly plan: AnalysisPlan;
  /** The column; null for the dataset, and for numbers of all columns. */
  readonly column: string | null;
  readonly segment: Segment;
}

/**
 * The labels of a series: unique within a query and the same at every evaluation. `series` is left out where a query
 * asks for one alone, so that further queries of an alert rule, for value and bounds, have the same labels.
 */
export function analysisLabels(
  { plan, column, segment }: AnalysisIdentity,
  series: string | null
): Readonly<Record<string, string>> {
  const metric = 'metric' in plan.analyzer.config ? plan.analyzer.config.metric : plan.analyzer.config.type;
  const { column: ofColumn, ...others } = seriesLabels({
    datasetId: plan.datasetId,
    column: column ?? datasetColumn,
    segment,
    metric,
  });
  return {
    ...others,
    ...(column === null || ofColumn === undefined ? {} : { column: ofColumn }),
    analyzer: plan.analyzer.id,
    ...(series === null ? {} : { series }),
  };
}

const seriesTitles: Readonly<Record<AnalysisSeries, string>> = {
  value: '',
  lower: 'lower bound',
  upper: 'upper bound',
  verdict: 'anomaly',
  batch: 'batch',
};

/** The name of a series in a legend: what tells it from its neighbours. */
export function analysisName({ column, segment }: AnalysisIdentity, series: AnalysisSeries): string {
  const parts = [
    column ?? 'dataset',
    ...segment.map(({ key, value }) => `${key}=${value}`),
    ...(series === 'value' ? [] : [seriesTitles[series]]),
  ];
  return parts.join(' · ');
}
