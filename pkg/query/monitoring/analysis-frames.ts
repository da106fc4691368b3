import type { AnalysisQuery, AnalysisSeries } from '../../contract/index.ts';
import { analyzerMetric } from '../../contract/index.ts';
import type { EncodedFrame, FieldConfig } from '../../grafana/frames.ts';
import { encodeFrame, numbers, times } from '../../grafana/frames.ts';
import type { AnalysisPlan, JudgementCache } from '../../monitor/index.ts';
import { evaluateSubject } from '../../monitor/index.ts';
import type { FrameMaker } from '../frames-of-column.ts';
import { framesOfColumn } from '../frames-of-column.ts';
import type { FrameRemarks } from '../provenance.ts';
import { frameMeta } from '../provenance.ts';
import type { UnitContext } from '../unit-context.ts';
import type { UnitResult } from '../unit-result.ts';
import type { AnalysisIdentity } from './analysis-labels.ts';
import { analysisLabels, analysisName } from './analysis-labels.ts';
import type { AnalysisPoint } from './analysis-point.ts';
import { analysisPoints, pointValue } from './analysis-point.ts';
import { analysisRemarks } from './analysis-remarks.ts';
import { evaluationTools } from './evaluation-tools.ts';
import { lintRemarks } from './lint-remarks.ts';
import { tallyPoints } from './tally.ts';

/** Grafana's unit of a value; null for the column's own, which we do not know. */
function unitOf({ metric }: AnalysisPlan, series: AnalysisSeries): string | null {
  switch (series) {
    case 'verdict':
      return 'none';
    case 'batch':
      return 'dateTimeAsIso';
    default:
      return metric !== null && (analyzerMetric(metric.name)?.name ?? '').endsWith('_ratio') ? 'percentunit' : null;
  }
}

function configOf(identity: AnalysisIdentity, series: AnalysisSeries): FieldConfig {
  const name = { displayNameFromDS: analysisName(identity, series) };
  const unit = unitOf(identity.plan, series);
  return unit === null ? name : { ...name, unit };
}

/** Makes the frame of one series; remarks stand in the first of a segment alone: Grafana shows those of all frames. */
function seriesFrame(
  context: UnitContext,
  query: AnalysisQuery,
  identity: AnalysisIdentity,
  series: AnalysisSeries,
  { points, remarks }: { readonly points: readonly AnalysisPoint[]; readonly remarks: FrameRemarks }
): FrameMaker {
  const labels = analysisLabels(identity, query.series.length === 1 ? null : series);
  const config = configOf(identity, series);
  return (isFirst): EncodedFrame => {
    const meta = frameMeta(context.plan, null, isFirst, remarks);
    if (query.mode === 'latest') {
      const point = points.at(-1);
      const value = point === undefined ? null : pointValue(point, series);
      return encodeFrame({ type: 'numeric-multi', meta, value: { name: series, value, labels, config } });
    }
    return encodeFrame({
      type: 'timeseries-multi',
      meta,
      time: times(points.map(({ timeMs }) => timeMs)),
      value: { name: series, values: numbers(points.map((point) => pointValue(point, series))), labels, config },
    });
  };
}

/** One analyzer's answer for one column, or for the dataset: its series, or the counts for an aggregate. */
export async function analysisFrames(
  context: UnitContext,
  cache: JudgementCache,
  query: AnalysisQuery,
  plan: AnalysisPlan,
  column: string | null
): Promise<UnitResult> {
  const makers: FrameMaker[] = [];
  const tallies = [];
  for (const [position, segment] of plan.segments.entries()) {
    const { isMeant, judged } = await evaluateSubject(plan, segment, column, evaluationTools(context, cache, false));
    if (!isMeant) {
      continue;
    }
    const points = analysisPoints(segment, judged);
    if (query.aggregate !== 'none') {
      tallies.push(tallyPoints(position, points));
    } else {
      const identity = { plan, column, segment: segment.segment };
      const found = analysisRemarks(segment, points);
      const lints = await lintRemarks(context, { plan, segment, column }, judged);
      const remarks = { ...found, remarks: [...(found.remarks ?? []), ...lints] };
      query.series.forEach((series, i) =>
        makers.push(seriesFrame(context, query, identity, series, { points, remarks: i === 0 ? remarks : {} }))
      );
    }
  }
  return query.aggregate === 'none' ? framesOfColumn(context.plan, makers) : { kind: 'tallies', tallies };
}
