import type { MonitorQuery, ResultRecord } from '../../contract/index.ts';
import type { EncodedFrame } from '../../grafana/frames.ts';
import { encodeFrame } from '../../grafana/frames.ts';
import type { Monitor, MonitorRun } from '../../monitor/index.ts';
import { batchEnd, makeDigest, monitorLabels, passesFilter, selectAnomalies } from '../../monitor/index.ts';
import type { QueryPlan } from '../plan.ts';
import { frameMeta } from '../provenance.ts';
import { analysisLabels } from './analysis-labels.ts';
import type { ReportedAnomaly } from './anomaly-tables.ts';
import { anomalyTable } from './anomaly-tables.ts';
import type { MonitoringPlan } from './monitoring-plan.ts';
import type { SubjectVerdicts } from './verdicts.ts';

/** A run that is the same for the same evaluation. Results are made when asked for; they could be known at their batch's end. */
function runOf(
  { evaluationMs, request }: QueryPlan,
  { analyses }: MonitoringPlan,
  newest: ReadonlySet<ResultRecord>
): MonitorRun {
  const granularity = analyses[0]?.granularity ?? 'daily';
  return {
    orgId: analyses[0]?.orgId ?? '',
    datasetId: request.query.datasetId,
    runId: new Date(evaluationMs).toISOString(),
    nowMs: evaluationMs,
    isOfRun: (record) => newest.has(record),
    createdMs: ({ datasetTimestamp }) => batchEnd(datasetTimestamp, granularity),
  };
}

/** The newest record of each column and segment. */
function newestOf(verdicts: readonly SubjectVerdicts[]): ReadonlySet<ResultRecord> {
  return new Set(verdicts.flatMap(({ records, latest }) => (latest === 1 ? (records.at(-1) ?? []) : [])));
}

/** One number for each column and segment: whether its newest batch is an anomaly that the monitor speaks of. */
function everyAnomaly(
  plan: QueryPlan,
  monitoring: MonitoringPlan,
  monitor: Monitor,
  verdicts: readonly SubjectVerdicts[]
): readonly EncodedFrame[] {
  return verdicts.flatMap(({ analysis: position, segment: i, column, latest }) => {
    const analysis = monitoring.analyses[position];
    const segment = analysis?.segments[i];
    if (analysis === undefined || segment === undefined || !monitor.analyzerIds.includes(analysis.analyzer.id)) {
      return [];
    }
    const metric = 'metric' in analysis.analyzer.config ? analysis.analyzer.config.metric : null;
    const segmentWeight = segment.weights.get(column ?? '') ?? null;
    if (!passesFilter(monitor.mode.filter, { column, metric, segmentWeight })) {
      return [];
    }
    const labels = {
      ...analysisLabels({ plan: analysis, column, segment: segment.segment }, null),
      ...monitorLabels(monitor),
    };
    return [
      encodeFrame({
        type: 'numeric-multi',
        meta: frameMeta(plan, null, false),
        value: { name: 'anomaly', value: latest, labels },
      }),
    ];
  });
}

/** One number for a digest: its anomalies, 0 where it would not be sent, null where nothing has a verdict. */
function digestFrame(
  plan: QueryPlan,
  monitor: Monitor,
  records: readonly ResultRecord[],
  run: MonitorRun,
  isKnown: boolean
): EncodedFrame {
  const digest = makeDigest(monitor, records, run);
  const value = isKnown ? (digest?.numAnomalies ?? 0) : null;
  const labels = { dataset: run.datasetId, ...monitorLabels(monitor) };
  return encodeFrame({
    type: 'numeric-multi',
    meta: frameMeta(plan, null, false),
    value: { name: 'anomalies', value, labels },
  });
}

/** Whether some column of the monitor's analyzers has a verdict at all. */
function hasVerdict(
  { analyses }: MonitoringPlan,
  { analyzerIds }: Monitor,
  verdicts: readonly SubjectVerdicts[]
): boolean {
  return verdicts.some(({ analysis, latest, records }) => {
    const id = analyses[analysis]?.analyzer.id;
    return id !== undefined && analyzerIds.includes(id) && (latest !== null || records.length > 0);
  });
}

/** What the monitors would notify of: numbers for alert rules, or the table of the anomalies. */
export function monitorFrames(
  plan: QueryPlan,
  monitoring: MonitoringPlan,
  query: MonitorQuery,
  verdicts: readonly SubjectVerdicts[]
): readonly EncodedFrame[] {
  const records = verdicts.flatMap((verdict) => verdict.records);
  const newest = newestOf(verdicts);
  const run = runOf(plan, monitoring, newest);
  if (query.mode === 'table') {
    // A table of the range shows what every run in it would have spoken of.
    const ofRange = { ...run, isOfRun: () => true };
    const anomalies = monitoring.monitors.flatMap((monitor) =>
      selectAnomalies(monitor, records, ofRange).map((record): ReportedAnomaly => ({ monitor, record }))
    );
    anomalies.sort((a, b) => b.record.datasetTimestamp - a.record.datasetTimestamp);
    return [anomalyTable(anomalies, frameMeta(plan, null, true))];
  }
  return monitoring.monitors.flatMap((monitor) =>
    monitor.mode.type === 'EVERY_ANOMALY'
      ? everyAnomaly(plan, monitoring, monitor, verdicts)
      : [digestFrame(plan, monitor, records, run, hasVerdict(monitoring, monitor, verdicts))]
  );
}
