import { driftDistance } from '../analyzer/index.ts';
import type { Segment } from '../contract/index.ts';
import type { ColumnProfile, MetricName } from '../profile/index.ts';
import { columnMetric, inferredType, isDiscrete } from '../profile/index.ts';
import { unionQuantiles } from '../sketch/index.ts';
import type { BatchColumn } from '../timeline/index.ts';
import { driftCells } from './drift-value.ts';
import type { PlannedSegment } from './plan.ts';
import type { UnitContext } from './unit-context.ts';
import { columnsOf, isSelected, readSegment, throwIfCancelled } from './unit-context.ts';
import { windowTotals } from './window-totals.ts';

/** The numbers of a row, by WhyLabs' names, in the order of the table. */
export const rowMetrics = [
  'count',
  'count_null',
  'count_null_ratio',
  'count_bool',
  'count_integral',
  'count_fractional',
  'count_string',
  'count_object',
  'unique_est',
  'unique_est_ratio',
  'mean',
  'stddev',
  'min',
  'max',
] as const;

export type RowMetric = (typeof rowMetrics)[number];

/** The newest batch of the range that has the column. */
export interface NewestBatch {
  /** Epoch ms. */
  readonly startMs: number;
  readonly count: number | null;
  readonly countNullRatio: number | null;
  readonly mean: number | null;
}

/** One column of one segment over the range. Plain data. */
export interface ColumnRow {
  readonly column: string;
  readonly segment: Segment;
  readonly type: string;
  readonly isDiscrete: boolean | null;
  readonly metrics: Readonly<Record<RowMetric, number | null>>;
  readonly median: number | null;
  /** Null when no batch of the range can be read. */
  readonly newest: NewestBatch | null;
  /** Hellinger distance of the newest batch in the range from the 7 buckets before it; null when they hold nothing. */
  readonly drift: number | null;
  /** The same distance of each of the last buckets of the range; null where there is none. */
  readonly driftTrend: readonly (number | null)[];
  readonly failures: readonly string[];
}

/** Buckets before the newest batch that its drift is measured from: WhyLabs' default window. */
export const rowDriftWindow = 7;

/** Last buckets of the range whose drift a row shows as a line: 30, a month of days, as many as a small cell can draw. */
export const rowTrendLength = 30;

const wanted: readonly MetricName[] = ['counts', 'types', 'distribution', 'cardinality', 'frequent_items'];

/** The distance of the batch at a position from the window before it, as `metric` gives it. */
function driftAt(batches: readonly BatchColumn[], position: number): number | null {
  const target = batches[position];
  const baseline = batches.slice(Math.max(0, position - rowDriftWindow), position);
  if (target?.kind !== 'column' || baseline.some(({ kind }) => kind === 'failed')) {
    return null;
  }
  const cells = driftCells({ target: [target.column], baseline: columnsOf(baseline) }, 'auto');
  return cells === null ? null : driftDistance('hellinger', cells);
}

function newestBatch(column: ColumnProfile, startMs: number): NewestBatch {
  return {
    startMs,
    count: columnMetric(column, 'count'),
    countNullRatio: columnMetric(column, 'count_null_ratio'),
    mean: columnMetric(column, 'mean'),
  };
}

/** What the end of the range says of a column. */
function recent(
  context: UnitContext,
  planned: PlannedSegment,
  before: readonly BatchColumn[],
  target: readonly BatchColumn[]
) {
  const batches = [...before, ...target];
  const newest = batches.findLastIndex(({ kind }, i) => i >= before.length && kind === 'column');
  const batch = batches[newest];
  const start = context.plan.axis[planned.targetStart + newest - before.length];
  const first = Math.max(before.length, batches.length - rowTrendLength);
  const driftTrend = batches.slice(first).map((_, i) => {
    throwIfCancelled(context);
    return driftAt(batches, first + i);
  });
  return {
    newest: batch?.kind === 'column' && start !== undefined ? newestBatch(batch.column, start) : null,
    drift: newest < 0 ? null : newest < first ? driftAt(batches, newest) : (driftTrend[newest - first] ?? null),
    driftTrend,
  };
}

async function rowOf(context: UnitContext, planned: PlannedSegment, column: string): Promise<ColumnRow | null> {
  const { before, target, failures } = await readSegment(context, planned, column, wanted);
  const inRange = columnsOf(target);
  if (inRange.length === 0 && failures.length === 0) {
    return null;
  }
  const window = windowTotals(inRange);
  const sketches = inRange.flatMap(({ distribution }) => distribution?.kll ?? []);
  const metrics = Object.fromEntries(rowMetrics.map((name) => [name, columnMetric(window, name)]));
  return {
    column,
    segment: planned.segment,
    type: inferredType(window).type,
    isDiscrete: isDiscrete(window),
    // fromEntries cannot say that each of rowMetrics became a key; it did.
    metrics: metrics as Record<RowMetric, number | null>,
    median: unionQuantiles(sketches, [0.5], 'classic')?.[0] ?? null,
    ...recent(context, planned, before, target),
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
