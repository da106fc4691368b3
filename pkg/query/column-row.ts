import { driftDistance } from '../analyzer/index.ts';
import type { Segment } from '../contract/index.ts';
import type { MetricName } from '../profile/index.ts';
import { addColumns, columnMetric, columnQuantile, inferredType, isDiscrete } from '../profile/index.ts';
import type { BatchColumn } from '../timeline/index.ts';
import { driftCells } from './drift-value.ts';
import type { PlannedSegment } from './plan.ts';
import type { UnitContext } from './unit-context.ts';
import { columnsOf, isSelected, readSegment } from './unit-context.ts';

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
  /** Hellinger distance of the newest batch in the range from the 7 buckets before it; null when they hold nothing. */
  readonly drift: number | null;
  readonly failures: readonly string[];
}

/** Buckets before the newest batch that its drift is measured from: WhyLabs' default window. */
export const rowDriftWindow = 7;

const wanted: readonly MetricName[] = ['counts', 'types', 'distribution', 'cardinality', 'frequent_items'];

/** The distance of the newest batch that there is from the window before it, as `metric` gives it. */
function newestDrift(before: readonly BatchColumn[], target: readonly BatchColumn[]): number | null {
  const batches = [...before, ...target];
  const newest = batches.findLastIndex(({ kind }) => kind === 'column');
  if (newest < before.length) {
    return null;
  }
  const baseline = batches.slice(Math.max(0, newest - rowDriftWindow), newest);
  if (baseline.some(({ kind }) => kind === 'failed')) {
    return null;
  }
  const newestColumn = columnsOf(batches.slice(newest, newest + 1));
  const cells = driftCells({ target: newestColumn, baseline: columnsOf(baseline) }, 'auto');
  return cells === null ? null : driftDistance('hellinger', cells);
}

async function rowOf(context: UnitContext, planned: PlannedSegment, column: string): Promise<ColumnRow | null> {
  const { before, target, failures } = await readSegment(context, planned, column, wanted);
  const inRange = columnsOf(target);
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
    drift: newestDrift(before, target),
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
