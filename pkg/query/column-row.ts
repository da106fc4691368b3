import { driftDistance } from '../analyzer/index.ts';
import type { Segment } from '../contract/index.ts';
import type { ColumnProfile, MetricName } from '../profile/index.ts';
import { addColumns, columnMetric, columnQuantile, inferredType, isDiscrete } from '../profile/index.ts';
import { driftCells } from './drift-value.ts';
import type { PlannedSegment } from './plan.ts';
import type { UnitContext } from './unit-context.ts';
import { columnsOf, failuresOf, isSelected, readBatch } from './unit-context.ts';

/** The numbers of a row, by WhyLabs' names, in the order of the table. */
export const rowMetrics = [
  'count',
  'count_null_ratio',
  'unique_est',
  'unique_est_ratio',
  'mean',
  'stddev',
  'min',
  'max',
] as const;

export type RowMetric = (typeof rowMetrics)[number];

/** One column of one segment over the range. Plain data. */
export interface ColumnRow {
  readonly column: string;
  readonly segment: Segment;
  readonly type: string;
  readonly isDiscrete: boolean | null;
  readonly metrics: Readonly<Record<RowMetric, number | null>>;
  readonly median: number | null;
  /** Hellinger distance of the newest batch in the range from the batches before it; null when there are none. */
  readonly drift: number | null;
  readonly failures: readonly string[];
}

/** Batches before the newest one that its drift is measured from: WhyLabs' default window. */
export const rowDriftWindow = 7;

const wanted: readonly MetricName[] = ['counts', 'types', 'distribution', 'cardinality', 'frequent_items'];

/** The distance of the last column from those before it. */
function newestDrift(columns: readonly ColumnProfile[]): number | null {
  const target = columns.at(-1);
  const baseline = columns.slice(-1 - rowDriftWindow, -1);
  if (target === undefined || baseline.length === 0) {
    return null;
  }
  const cells = driftCells({ target: [target], baseline }, 'auto');
  const distance = cells === null ? null : driftDistance('hellinger', cells);
  return distance === null || Number.isNaN(distance) ? null : distance;
}

async function rowOf(context: UnitContext, planned: PlannedSegment, column: string): Promise<ColumnRow | null> {
  const batches = [];
  for (const positions of planned.batches) {
    batches.push(await readBatch(context, positions, column, wanted));
  }
  const inRange = columnsOf(batches.slice(planned.targetStart, planned.targetEnd));
  const failures = failuresOf(batches);
  if (inRange.length === 0 && failures.length === 0) {
    return null;
  }
  const window = addColumns(inRange);
  const metrics = Object.fromEntries(rowMetrics.map((name) => [name, columnMetric(window, name)]));
  return {
    column,
    segment: planned.segment,
    type: inferredType(window).type,
    isDiscrete: isDiscrete(window),
    // fromEntries cannot say that each of rowMetrics became a key; it did.
    metrics: metrics as Record<RowMetric, number | null>,
    median: columnQuantile(window, 0.5),
    drift: inRange.length === 0 ? null : newestDrift(columnsOf(batches.slice(0, planned.targetEnd))),
    failures,
  };
}

/** The rows of one column: one for each segment that has it. */
export async function columnRows(context: UnitContext, column: string): Promise<readonly ColumnRow[]> {
  if (!(await isSelected(context, column))) {
    return [];
  }
  const rows: ColumnRow[] = [];
  for (const planned of context.plan.segments) {
    const row = await rowOf(context, planned, column);
    if (row !== null) {
      rows.push(row);
    }
  }
  return rows;
}
