import type { ColumnProfile, Profile } from '../profile/index.ts';
import { columnMetric, columnQuantile, inferredType } from '../profile/index.ts';
import { selectFrequentItems } from '../sketch/index.ts';
import { numberText } from './number-text.ts';
import { tableLines } from './table.ts';

/** One column of a profile, decoded. */
export interface NamedColumn {
  readonly name: string;
  readonly column: ColumnProfile;
}

/** Items that a column's page lists at most. */
const longestItems = 20;

/** Characters of a name or a value in a table; longer ones are cut in the middle. */
const longestText = 40;

function cut(text: string): string {
  const half = Math.floor((longestText - 1) / 2);
  return text.length <= longestText ? text : `${text.slice(0, half)}…${text.slice(-half)}`;
}

function timeText(timeMs: number | null): string {
  return timeMs === null ? 'unknown' : new Date(timeMs).toISOString();
}

/** What a profile is: where it lies, its time, its segment. */
export function profileHead(profile: Profile): readonly string[] {
  const segment = [...profile.segmentTags].map(([key, value]) => `${key}=${value}`).join(', ');
  return [
    `${profile.object}  (whylogs ${profile.format}, ${profile.columnNames.length} columns)`,
    `data of ${timeText(profile.datasetTimestampMs)}, profiled ${timeText(profile.creationTimestampMs)}${segment === '' ? '' : `, segment ${segment}`}`,
  ];
}

function row({ name, column }: NamedColumn): readonly string[] {
  const number = (metric: Parameters<typeof columnMetric>[1]): string => numberText(columnMetric(column, metric));
  return [
    cut(name),
    inferredType(column).type.toLowerCase(),
    number('count'),
    number('count_null'),
    number('unique_est'),
    number('mean'),
    number('stddev'),
    number('min'),
    numberText(columnQuantile(column, 0.5)),
    number('max'),
  ];
}

/** One row a column. */
export function columnsLines(columns: readonly NamedColumn[]): readonly string[] {
  const head = ['column', 'type', 'count', 'null', 'distinct', 'mean', 'stddev', 'min', 'median', 'max'];
  return tableLines([head, ...columns.map(row)]);
}

function itemLines(column: ColumnProfile): readonly string[] {
  if (column.frequentItems === null) {
    return [];
  }
  const items = selectFrequentItems(column.frequentItems, 'NO_FALSE_POSITIVES').slice(0, longestItems);
  const rows = items.map(({ value, estimate, lower, upper }) => [
    cut(JSON.stringify(value)),
    numberText(estimate),
    numberText(lower),
    numberText(upper),
  ]);
  return rows.length === 0 ? [] : ['', ...tableLines([['value', 'count', 'at least', 'at most'], ...rows])];
}

/** Everything about one column: counters, moments, quantiles, frequent items. */
export function columnLines({ name, column }: NamedColumn): readonly string[] {
  const { counts, types, ints } = column;
  const pairs: (readonly [string, string])[] = [];
  for (const [group, counters] of [
    ['counts', counts],
    ['types', types],
  ] as const) {
    for (const [key, value] of Object.entries(counters ?? {}) as readonly [string, number | null][]) {
      if (value !== null) {
        pairs.push([`${group}/${key}`, numberText(value)]);
      }
    }
  }
  for (const metric of ['mean', 'stddev', 'min', 'max', 'unique_est', 'unique_lower', 'unique_upper'] as const) {
    pairs.push([metric, numberText(columnMetric(column, metric))]);
  }
  if (ints !== null && ints.min !== null) {
    pairs.push(['ints/min', numberText(ints.min)], ['ints/max', numberText(ints.max)]);
  }
  for (const rank of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) {
    pairs.push([`quantile_${rank * 100}`, numberText(columnQuantile(column, rank))]);
  }
  return [
    `${name} (${inferredType(column).type.toLowerCase()})`,
    '',
    ...tableLines([['metric', 'value'], ...pairs]),
    ...itemLines(column),
  ];
}
