import type { MonitorQuery, ResultRecord } from '../../contract/index.ts';
import type { EncodedFrame } from '../../grafana/frames.ts';
import { encodeFrame } from '../../grafana/frames.ts';
import type { Monitor, MonitorRun } from '../../monitor/index.ts';
import { makeDigest, monitorLabels, passesFilter, selectAnomalies } from '../../monitor/index.ts';
import type { FrameMaker } from '../frames-of-column.ts';
import type { QueryPlan } from '../plan.ts';
import type { FrameRemarks } from '../provenance.ts';
import { frameMeta } from '../provenance.ts';
import { analysisLabels } from './analysis-labels.ts';
import type { ReportedAnomaly } from './anomaly-tables.ts';
import { anomalyTable } from './anomaly-tables.ts';
import { addFailures, failureRemarks } from './failure-remarks.ts';
import { isOfNewest } from './monitor-moment.ts';
import type { MonitoringPlan } from './monitoring-plan.ts';
import type { SubjectVerdicts } from './verdicts.ts';

/** What the monitors of a query speak from. */
interface Told {
  readonly plan: QueryPlan;
  readonly monitoring: MonitoringPlan;
  readonly query: MonitorQuery;
  readonly verdicts: readonly SubjectVerdicts[];
}

/** A run that is the same for the same evaluation. Results are made when they are asked for; `knownMs` says from when on they could have been. */
function runOf({ plan, monitoring }: Told, ofMonitor: readonly SubjectVerdicts[]): MonitorRun {
  const { evaluationMs, request } = plan;
  const newest = newestOf(ofMonitor);
  const known = new Map(ofMonitor.flatMap(({ records, knownMs }) => records.map((record, i) => [record, knownMs[i]])));
  return {
    orgId: monitoring.analyses[0]?.orgId ?? '',
    datasetId: request.query.datasetId,
    runId: new Date(evaluationMs).toISOString(),
    nowMs: evaluationMs,
    isOfRun: (record) => newest.has(record),
    createdMs: (record) => known.get(record) ?? evaluationMs,
  };
}

/** The newest record of each column and segment. */
function newestOf(verdicts: readonly SubjectVerdicts[]): ReadonlySet<ResultRecord> {
  return new Set(verdicts.flatMap(({ records, latest }) => (latest === 1 ? (records.at(-1) ?? []) : [])));
}

/** The verdicts of a monitor's analyzers, over the time that it speaks of. */
function verdictsOf({ monitoring, query, verdicts }: Told, monitor: Monitor): readonly SubjectVerdicts[] {
  const isLatest = isOfNewest(query, monitor);
  return verdicts.filter(({ analysis: position }) => {
    const analysis = monitoring.analyses[position];
    return analysis?.isLatest === isLatest && monitor.analyzerIds.includes(analysis.analyzer.id);
  });
}

/** A monitor that says nothing sends nothing; without its number a rule would find no data, and alert. */
function spoken({ monitoring }: Told, { id }: Monitor, value: number | null): number | null {
  return monitoring.silent.includes(id) ? 0 : value;
}

/** One number for each column and segment: whether its newest batch is an anomaly that the monitor speaks of. */
function everyAnomaly(told: Told, monitor: Monitor): readonly FrameMaker[] {
  const { plan, monitoring } = told;
  return verdictsOf(told, monitor).flatMap(({ analysis: position, segment: i, column, latest }) => {
    const analysis = monitoring.analyses[position];
    const segment = analysis?.segments[i];
    if (analysis === undefined || segment === undefined) {
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
    const value = { name: 'anomaly', value: spoken(told, monitor, latest), labels };
    return [
      (isFirst: boolean) =>
        encodeFrame({ type: 'numeric-multi', meta: frameMeta(plan, null, isFirst, remarksOf(told, isFirst)), value }),
    ];
  });
}

/** One number for a digest: its anomalies, 0 where it would not be sent, null where nothing has a verdict. */
function digestFrame(told: Told, monitor: Monitor): FrameMaker {
  const { plan } = told;
  const ofMonitor = verdictsOf(told, monitor);
  const run = runOf(told, ofMonitor);
  const digest = makeDigest(
    monitor,
    ofMonitor.flatMap(({ records }) => records),
    run
  );
  const isKnown = ofMonitor.some(({ latest, records }) => latest !== null || records.length > 0);
  const labels = { dataset: run.datasetId, ...monitorLabels(monitor) };
  const value = {
    name: 'anomalies',
    value: spoken(told, monitor, isKnown ? (digest?.numAnomalies ?? 0) : null),
    labels,
  };
  return (isFirst) =>
    encodeFrame({ type: 'numeric-multi', meta: frameMeta(plan, null, isFirst, remarksOf(told, isFirst)), value });
}

function remarksOf({ verdicts }: Told, isFirst: boolean): FrameRemarks {
  return isFirst ? failureRemarks(addFailures(verdicts.map(({ failures }) => failures))) : {};
}

/** The anomalies of which every run in the range would have spoken. */
function reportedOf(told: Told): readonly ReportedAnomaly[] {
  const anomalies = told.monitoring.monitors
    .filter(({ id }) => !told.monitoring.silent.includes(id))
    .flatMap((monitor) => {
      const ofMonitor = verdictsOf(told, monitor);
      const records = ofMonitor.flatMap((verdict) => verdict.records);
      const run = { ...runOf(told, ofMonitor), isOfRun: () => true };
      return selectAnomalies(monitor, records, run).map((record): ReportedAnomaly => ({ monitor, record }));
    });
  return anomalies.sort((a, b) => b.record.datasetTimestamp - a.record.datasetTimestamp);
}

/** What the monitors would notify of: numbers for alert rules, or the table of the anomalies. */
export function monitorFrames(
  plan: QueryPlan,
  monitoring: MonitoringPlan,
  query: MonitorQuery,
  verdicts: readonly SubjectVerdicts[]
): readonly EncodedFrame[] {
  const told: Told = { plan, monitoring, query, verdicts };
  if (query.mode === 'table') {
    return [anomalyTable(reportedOf(told), frameMeta(plan, null, true, remarksOf(told, true)))];
  }
  return monitoring.monitors
    .flatMap((monitor) =>
      monitor.mode.type === 'EVERY_ANOMALY' ? everyAnomaly(told, monitor) : [digestFrame(told, monitor)]
    )
    .map((make, i) => make(i === 0));
}
