import type { ResultRecord } from '../../contract/index.ts';
import type { Monitor } from '../document/monitor-document.ts';
import { passesDigestLimits } from './anomaly-filter.ts';
import { messageId } from './message-id.ts';
import { type MonitorRun, selectAnomalies } from './select-anomalies.ts';
import {
  type AnomalyTimes,
  anomalyTimes,
  type ColumnStatistic,
  columnStatistics,
  type SegmentStatistic,
  segmentStatistics,
  totalWeight,
} from './statistics.ts';

/** Anomalies that a digest carries whole. Default 100, WhyLabs' own: a message, not a table; the counts are of all. */
export const maxDigestSample = 100;

/** A monitor's digest, by WhyLabs' field names (spec/analyzers.md e.3). */
export interface Digest extends AnomalyTimes {
  readonly mode: 'DIGEST';
  /** SHA-256 of dataset, monitor and run. */
  readonly id: string;
  readonly orgId: string;
  readonly datasetId: string;
  readonly monitorId: string;
  readonly runId: string;
  readonly severity: number;
  readonly numAnomalies: number;
  /** Null: no anomaly has a weight. */
  readonly totalWeight: number | null;
  readonly segmentStatistics: readonly SegmentStatistic[];
  readonly columnStatistics: readonly ColumnStatistic[];
  /** The newest, at most maxDigestSample. */
  readonly anomalySample: readonly ResultRecord[];
}

/**
 * The digest of a monitor in DIGEST mode.
 *
 * @returns null when nothing would be sent: another mode, no anomaly left, or a limit of the filter not met
 */
export function makeDigest(monitor: Monitor, records: readonly ResultRecord[], run: MonitorRun): Digest | null {
  if (monitor.mode.type !== 'DIGEST') {
    return null;
  }
  const anomalies = selectAnomalies(monitor, records, run);
  const totals = { numAnomalies: anomalies.length, totalWeight: totalWeight(anomalies) };
  if (anomalies.length === 0 || !passesDigestLimits(monitor.mode.filter, totals)) {
    return null;
  }
  return {
    mode: 'DIGEST',
    id: messageId([run.orgId, run.datasetId, monitor.id, run.runId]),
    orgId: run.orgId,
    datasetId: run.datasetId,
    monitorId: monitor.id,
    runId: run.runId,
    severity: monitor.severity,
    ...totals,
    ...anomalyTimes(anomalies),
    segmentStatistics: segmentStatistics(anomalies),
    columnStatistics: columnStatistics(anomalies),
    anomalySample: anomalies.slice(0, maxDigestSample),
  };
}
