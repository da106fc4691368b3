import type { AnalyzerSchedule } from './analyzer-parts.ts';

/** When a monitor looks for anomalies, by the clock of the run. */
export type MonitorSchedule = AnalyzerSchedule | { readonly type: 'immediate' };

/** Which anomalies a monitor keeps. Null passes everything. */
export interface MonitorFilter {
  readonly includeColumns: readonly string[] | null;
  readonly excludeColumns: readonly string[] | null;
  readonly includeMetrics: readonly string[] | null;
  readonly minWeight: number | null;
  readonly maxWeight: number | null;
  readonly minAlertCount: number | null;
  readonly maxAlertCount: number | null;
  readonly minTotalWeight: number | null;
  readonly maxTotalWeight: number | null;
}

/** What a digest can be grouped by; read by nothing, as at WhyLabs. */
export const digestGroups = ['byColumn', 'byDataset', 'byAnalyzer', 'byDay', 'byHour'] as const;

export type DigestGroup = (typeof digestGroups)[number];

export type MonitorMode =
  | {
      readonly type: 'DIGEST';
      readonly filter: MonitorFilter | null;
      /** Anomalies of batches older than this are left out; null: none is. */
      readonly datasetTimestampOffsetMs: number | null;
      /** Anomalies found longer ago than this are left out; null: none is. */
      readonly creationTimeOffsetMs: number | null;
      /** Kept, and read by nothing, as in WhyLabs' engine. */
      readonly groupBy: readonly DigestGroup[];
    }
  | { readonly type: 'EVERY_ANOMALY'; readonly filter: MonitorFilter | null };

/** Whom WhyLabs would have told; labels here, because Grafana notifies. */
export interface Action {
  /** `global`, in old documents also `email`, `slack`, `raw`. */
  readonly type: string;
  readonly target: string | null;
}
