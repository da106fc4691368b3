import type { ResultRecord } from '../../contract/index.ts';
import { datasetColumn } from './anomaly-filter.ts';
import { compareTexts } from './compare-texts.ts';

/**
 * The times of some anomalies, by WhyLabs' names: `oldest` is the greatest time, that of the newest anomaly. Readers
 * of the payload take it so, therefore the names stay.
 */
export interface AnomalyTimes {
  /** Start of the first batch, epoch ms. */
  readonly earliestAnomalyDatasetTimestamp: number;
  /** Start of the last batch, epoch ms. */
  readonly oldestAnomalyDatasetTimestamp: number;
}

export interface SegmentStatistic extends AnomalyTimes {
  /** As in result records; empty for the whole dataset. */
  readonly segment: string;
  readonly analyzerType: string;
  readonly numAnomalies: number;
  /** Each once, sorted. */
  readonly columns: readonly string[];
}

export interface ColumnStatistic extends AnomalyTimes {
  readonly column: string;
  readonly analyzerType: string;
  readonly numAnomalies: number;
}

function columnOf({ column }: ResultRecord): string {
  return column ?? datasetColumn;
}

/** First and last time; of no anomalies Infinity and -Infinity, so callers ask only where there are some. */
export function anomalyTimes(anomalies: readonly ResultRecord[]): AnomalyTimes {
  return {
    earliestAnomalyDatasetTimestamp: anomalies.reduce((least, r) => Math.min(least, r.datasetTimestamp), Infinity),
    oldestAnomalyDatasetTimestamp: anomalies.reduce((most, r) => Math.max(most, r.datasetTimestamp), -Infinity),
  };
}

interface Group {
  readonly name: string;
  readonly analyzerType: string;
  readonly members: ResultRecord[];
}

/** Groups of one name and analyzer type, sorted by these. */
function groupsBy(anomalies: readonly ResultRecord[], nameOf: (record: ResultRecord) => string): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const record of anomalies) {
    const [name, { analyzerType }] = [nameOf(record), record];
    const key = JSON.stringify([name, analyzerType]);
    const group = groups.get(key) ?? { name, analyzerType, members: [] };
    group.members.push(record);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => compareTexts(a.name, b.name) || compareTexts(a.analyzerType, b.analyzerType)
  );
}

/** One row for each segment and analyzer type. */
export function segmentStatistics(anomalies: readonly ResultRecord[]): readonly SegmentStatistic[] {
  return groupsBy(anomalies, ({ segment }) => segment).map(({ name, analyzerType, members }) => ({
    segment: name,
    analyzerType,
    numAnomalies: members.length,
    columns: [...new Set(members.map(columnOf))].sort(compareTexts),
    ...anomalyTimes(members),
  }));
}

/** One row for each column and analyzer type. */
export function columnStatistics(anomalies: readonly ResultRecord[]): readonly ColumnStatistic[] {
  return groupsBy(anomalies, columnOf).map(({ name, analyzerType, members }) => ({
    column: name,
    analyzerType,
    numAnomalies: members.length,
    ...anomalyTimes(members),
  }));
}

/** The sum of the weights there are; null when no anomaly has one, which is not 0. */
export function totalWeight(anomalies: readonly ResultRecord[]): number | null {
  return anomalies.reduce<number | null>(
    (sum, { segmentWeight }) => (segmentWeight === null ? sum : (sum ?? 0) + segmentWeight),
    null
  );
}
