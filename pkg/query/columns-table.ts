import { segmentText } from '../contract/index.ts';
import type { EncodedFrame, Field } from '../grafana/frames.ts';
import { booleans, encodeFrame, json, nullableTimes, numbers, strings } from '../grafana/frames.ts';
import type { ColumnRow, NewestBatch, RowMetric } from './column-row.ts';
import { rowMetrics, rowTrendLength } from './column-row.ts';
import type { QueryPlan } from './plan.ts';
import { frameMeta } from './provenance.ts';

const units: Readonly<Partial<Record<RowMetric, string>>> = {
  count: 'short',
  count_null: 'short',
  count_bool: 'short',
  count_integral: 'short',
  count_fractional: 'short',
  count_string: 'short',
  count_object: 'short',
  count_null_ratio: 'percentunit',
  unique_est_ratio: 'percentunit',
};

function metricField(rows: readonly ColumnRow[], name: RowMetric): Field {
  const unit = units[name];
  const values = numbers(
    rows.map(({ metrics }) => metrics[name]),
    { notFinite: 'keep' }
  );
  return unit === undefined ? { name, values } : { name, values, config: { unit } };
}

/** The newest batch of the range that has the column. */
function newestFields(rows: readonly ColumnRow[]): readonly Field[] {
  const number = (name: string, of: (newest: NewestBatch) => number | null, unit?: string): Field => {
    const values = numbers(
      rows.map(({ newest }) => (newest === null ? null : of(newest))),
      { notFinite: 'keep' }
    );
    return unit === undefined ? { name, values } : { name, values, config: { unit } };
  };
  return [
    { name: 'latest', values: nullableTimes(rows.map(({ newest }) => newest?.startMs ?? null)) },
    number('latest_count', ({ count }) => count, 'short'),
    number('latest_count_null_ratio', ({ countNullRatio }) => countNullRatio, 'percentunit'),
    number('latest_mean', ({ mean }) => mean),
  ];
}

/** The table of all columns, in the order of the rows. */
export function columnsTable(plan: QueryPlan, rows: readonly ColumnRow[]): EncodedFrame {
  const failures = [...new Set(rows.flatMap((row) => row.failures))];
  const fields: Field[] = [
    { name: 'column', values: strings(rows.map(({ column }) => column)) },
    { name: 'segment', values: strings(rows.map(({ segment }) => segmentText(segment))) },
    { name: 'type', values: strings(rows.map(({ type }) => type)) },
    { name: 'discrete', values: booleans(rows.map(({ isDiscrete }) => isDiscrete)) },
    ...rowMetrics.map((name) => metricField(rows, name)),
    {
      name: 'median',
      values: numbers(
        rows.map(({ median }) => median),
        { notFinite: 'keep' }
      ),
    },
    {
      name: 'hellinger',
      values: numbers(rows.map(({ drift }) => drift)),
      config: {
        description: 'Hellinger distance of the newest batch of the range from the 7 batches before it',
        min: 0,
        max: 1,
      },
    },
    {
      name: 'hellinger_trend',
      // Lists of numbers: what the table panel draws as a line in the cell.
      values: json(rows.map(({ driftTrend }) => (driftTrend.every((value) => value === null) ? null : driftTrend))),
      config: { description: `The same of each of the last ${rowTrendLength} batches of the range` },
    },
    ...newestFields(rows),
  ];
  return encodeFrame({ type: 'table', meta: frameMeta(plan, null, true, { failures }), fields });
}
