import type { ResultRecord } from '../../contract/index.ts';
import type { Monitor } from '../document/monitor-document.ts';
import { passesFilter } from './anomaly-filter.ts';
import { compareTexts } from './compare-texts.ts';

/** One asking of a monitor. */
export interface MonitorRun {
  readonly orgId: string;
  readonly datasetId: string;
  /** Names the run in messages; the same for the same evaluation. */
  readonly runId: string;
  /** Evaluation time, epoch ms. */
  readonly nowMs: number;
  /** True for results that this run made: what an immediate schedule and EVERY_ANOMALY speak of. */
  readonly isOfRun: (record: ResultRecord) => boolean;
  /** When a result first could be known, epoch ms: results here are made when they are asked for. */
  readonly createdMs: (record: ResultRecord) => number;
}

/** Newest first; among those of one time the order is fixed, so that a message does not depend on the asking. */
function byTime(a: ResultRecord, b: ResultRecord): number {
  const key = ({ segment, column, analyzerId }: ResultRecord): string => JSON.stringify([segment, column, analyzerId]);
  return b.datasetTimestamp - a.datasetTimestamp || compareTexts(key(a), key(b));
}

function isWithin(timeMs: number, nowMs: number, offsetMs: number | null): boolean {
  return offsetMs === null || timeMs >= nowMs - offsetMs;
}

function isSelected(monitor: Monitor, record: ResultRecord, run: MonitorRun): boolean {
  const { mode, schedule } = monitor;
  switch (mode.type) {
    case 'EVERY_ANOMALY':
      return run.isOfRun(record);
    case 'DIGEST':
      return (
        isWithin(record.datasetTimestamp, run.nowMs, mode.datasetTimestampOffsetMs) &&
        isWithin(run.createdMs(record), run.nowMs, mode.creationTimeOffsetMs) &&
        (schedule?.type !== 'immediate' || run.isOfRun(record))
      );
  }
}

/**
 * The anomalies that a monitor speaks of, newest first (spec/analyzers.md e.3, e.4): those of its analyzers, within
 * the digest's offsets (a result exactly as old as an offset is), and kept by its filter. EVERY_ANOMALY honours the
 * filter as well; WhyLabs' engine took it and never applied it there.
 */
export function selectAnomalies(
  monitor: Monitor,
  records: readonly ResultRecord[],
  run: MonitorRun
): readonly ResultRecord[] {
  return records
    .filter(
      (record) =>
        record.anomalyCount === 1 &&
        monitor.analyzerIds.includes(record.analyzerId) &&
        isSelected(monitor, record, run) &&
        passesFilter(monitor.mode.filter, record)
    )
    .sort(byTime);
}
