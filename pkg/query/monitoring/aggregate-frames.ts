import type { AnalysisQuery, Segment } from '../../contract/index.ts';
import { segmentText } from '../../contract/index.ts';
import type { EncodedFrame, FieldConfig } from '../../grafana/frames.ts';
import { encodeFrame, numbers, times } from '../../grafana/frames.ts';
import type { AnalysisPlan } from '../../monitor/index.ts';
import type { QueryPlan } from '../plan.ts';
import { frameMeta } from '../provenance.ts';
import { analysisLabels } from './analysis-labels.ts';
import { addFailures, failureRemarks } from './failure-remarks.ts';
import type { SegmentCount, Tally } from './tally.ts';
import { addTallies } from './tally.ts';

/** Null where no column has a verdict: nobody knows then whether there are anomalies. */
function valueOf({ aggregate }: AnalysisQuery, { anomalous, judged }: SegmentCount): number | null {
  if (judged === 0) {
    return null;
  }
  return aggregate === 'share' ? anomalous / judged : anomalous;
}

function configOf({ aggregate }: AnalysisQuery, segment: Segment): FieldConfig {
  const what = aggregate === 'share' ? 'share of anomalous columns' : 'anomalous columns';
  const displayNameFromDS = segment.length === 0 ? what : `${what} · ${segmentText(segment)}`;
  return { displayNameFromDS, unit: aggregate === 'share' ? 'percentunit' : 'none', min: 0 };
}

/** The number or the share of anomalous columns of each segment, over the batches or in the latest one. */
export function aggregateFrames(
  plan: QueryPlan,
  analysis: AnalysisPlan,
  query: AnalysisQuery,
  tallies: readonly Tally[]
): readonly EncodedFrame[] {
  return analysis.segments.map(({ segment }, i) => {
    const counts = addTallies(tallies, i);
    const name = query.aggregate === 'share' ? 'anomalous_share' : 'anomalous_columns';
    const labels = analysisLabels({ plan: analysis, column: null, segment }, null);
    const config = configOf(query, segment);
    const failures = tallies.filter(({ segment: of }) => of === i).map((tally) => tally.failures);
    const meta = frameMeta(plan, null, i === 0, failureRemarks(addFailures(failures)));
    if (query.mode === 'latest') {
      const last = counts.at(-1);
      const value = last === undefined ? null : valueOf(query, last);
      return encodeFrame({ type: 'numeric-multi', meta, value: { name, value, labels, config } });
    }
    return encodeFrame({
      type: 'timeseries-multi',
      meta,
      time: times(counts.map(({ timeMs }) => timeMs)),
      value: { name, values: numbers(counts.map((count) => valueOf(query, count))), labels, config },
    });
  });
}
