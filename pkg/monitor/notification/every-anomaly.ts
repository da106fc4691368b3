import type { ResultRecord } from '../../contract/index.ts';
import type { Monitor } from '../document/monitor-document.ts';
import { messageId } from './message-id.ts';
import { type MonitorRun, selectAnomalies } from './select-anomalies.ts';

/** A message about one anomaly, by WhyLabs' field names (spec/analyzers.md e.4). */
export interface AnomalyMessage {
  readonly mode: 'EVERY_ANOMALY';
  /** SHA-256 of dataset, monitor, run and analysis. */
  readonly id: string;
  readonly orgId: string;
  readonly monitorId: string;
  readonly runId: string;
  readonly severity: number;
  readonly analyzerResult: ResultRecord;
}

/**
 * One message for each anomaly of the run, newest first; none for a monitor in another mode. The filter's columns,
 * metrics and weights apply; its limits on sums speak of digests.
 */
export function anomalyMessages(
  monitor: Monitor,
  records: readonly ResultRecord[],
  run: MonitorRun
): readonly AnomalyMessage[] {
  if (monitor.mode.type !== 'EVERY_ANOMALY') {
    return [];
  }
  return selectAnomalies(monitor, records, run).map((analyzerResult) => ({
    mode: 'EVERY_ANOMALY',
    id: messageId([run.orgId, run.datasetId, monitor.id, run.runId, analyzerResult.analysisId]),
    orgId: run.orgId,
    monitorId: monitor.id,
    runId: run.runId,
    severity: monitor.severity,
    analyzerResult,
  }));
}
