import { analyzerMetric, type ResultRecord } from '../../contract/index.ts';
import type { MonitorFilter } from '../document/monitor-parts.ts';

/** What a filter and a digest call the dataset, where they ask for a column: WhyLabs' internal name. */
export const datasetColumn = '__internal__.datasetMetrics';

/** `classification_f1` and `classification.f1` are one metric. */
function plainMetric(name: string): string {
  return analyzerMetric(name)?.name ?? name;
}

function passesMetrics(includeMetrics: readonly string[], metric: string | null): boolean {
  return metric !== null && includeMetrics.map(plainMetric).includes(plainMetric(metric));
}

function passesWeights({ minWeight, maxWeight }: MonitorFilter, weight: number | null): boolean {
  if (weight === null) {
    // Without a weight nothing is known to reach a minimum, and nothing exceeds a maximum.
    return minWeight === null;
  }
  return (minWeight === null || weight >= minWeight) && (maxWeight === null || weight <= maxWeight);
}

/** What of a result a filter looks at. */
export type FilteredRecord = Pick<ResultRecord, 'column' | 'metric' | 'segmentWeight'>;

/** True when a monitor keeps an anomaly (spec/monitor-config.md 6): columns, metrics and weights. Null keeps all. */
export function passesFilter(filter: MonitorFilter | null, record: FilteredRecord): boolean {
  if (filter === null) {
    return true;
  }
  const column = record.column ?? datasetColumn;
  return (
    (filter.includeColumns?.includes(column) ?? true) &&
    !(filter.excludeColumns?.includes(column) ?? false) &&
    (filter.includeMetrics === null || passesMetrics(filter.includeMetrics, record.metric)) &&
    passesWeights(filter, record.segmentWeight)
  );
}

/** A digest's sums, which its limits are held against. */
export interface DigestTotals {
  readonly numAnomalies: number;
  /** Null: no anomaly has a weight. */
  readonly totalWeight: number | null;
}

/** True when a digest with these sums is sent. All limits are inclusive. Null sends all. */
export function passesDigestLimits(filter: MonitorFilter | null, { numAnomalies, totalWeight }: DigestTotals): boolean {
  if (filter === null) {
    return true;
  }
  const { minAlertCount, maxAlertCount, minTotalWeight, maxTotalWeight } = filter;
  return (
    (minAlertCount === null || numAnomalies >= minAlertCount) &&
    (maxAlertCount === null || numAnomalies <= maxAlertCount) &&
    (minTotalWeight === null || (totalWeight !== null && totalWeight >= minTotalWeight)) &&
    (maxTotalWeight === null || totalWeight === null || totalWeight <= maxTotalWeight)
  );
}
