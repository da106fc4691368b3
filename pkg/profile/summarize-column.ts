import { hllBounds, hllEstimate, quantiles, selectFrequentItems, sortedView } from '../sketch/index.ts';
import type { ColumnProfile, Distribution } from './column-profile.ts';
import type { StructValue } from './other-component.ts';

/** An entry of `frequent_items/frequent_strings`. */
export interface SummarizedItem {
  readonly value: string;
  readonly est: number;
  readonly upper: number;
  readonly lower: number;
}

/** What a summary holds under one key. Integers that may exceed 2^53 are bigint. */
export type SummaryValue = null | number | bigint | StructValue | readonly SummarizedItem[];

const quantileKeys = ['q_01', 'q_05', 'q_10', 'q_25', 'median', 'q_75', 'q_90', 'q_95', 'q_99'] as const;
const quantileRanks = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/**
 * whylogs' summary dictionary of a column (spec 3), keys such as `distribution/q_25`, quantiles by its own convention.
 * A metric that the profile does not have has no keys; a value that does not exist is null, where whylogs has NaN or the
 * ends of 64-bit integers. Submetrics stand under `<namespace>/<submetric>:<key>`, custom components under their path.
 */
export function summarizeColumn(column: ColumnProfile): Readonly<Record<string, SummaryValue>> {
  return Object.fromEntries(entries(column));
}

function* entries(column: ColumnProfile): Generator<[string, SummaryValue]> {
  yield* counters('counts', column.counts);
  yield* counters('types', column.types);
  if (column.distribution !== null) yield* distributionEntries(column.distribution);
  if (column.ints !== null) {
    yield ['ints/max', column.ints.max];
    yield ['ints/min', column.ints.min];
  }
  if (column.cardinality !== null) {
    const { lower, upper } = hllBounds(column.cardinality, 1);
    yield ['cardinality/est', hllEstimate(column.cardinality)];
    yield ['cardinality/upper_1', upper];
    yield ['cardinality/lower_1', lower];
  }
  if (column.frequentItems !== null) {
    const items = selectFrequentItems(column.frequentItems, 'NO_FALSE_POSITIVES');
    yield [
      'frequent_items/frequent_strings',
      items.map(({ value, estimate, upper, lower }) => ({ value, est: estimate, upper, lower })),
    ];
  }
  for (const [name, count] of column.conditionCount ?? []) yield [`condition_count/${name}`, count];
  for (const [namespace, metric] of column.submetrics) {
    for (const [submetric, part] of metric) {
      for (const [key, value] of entries(part)) yield [`${namespace}/${submetric}:${key}`, value];
    }
  }
  for (const [path, component] of column.other) {
    const { kind } = component;
    if (kind === 'integer' || kind === 'double' || kind === 'struct') yield [path, component.value];
  }
}

function* counters(metric: string, values: object | null): Generator<[string, number]> {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (typeof value === 'number') yield [`${metric}/${name}`, value];
  }
}

function* distributionEntries({ mean, m2, kll }: Distribution): Generator<[string, SummaryValue]> {
  const { n } = kll;
  yield ['distribution/mean', mean];
  yield ['distribution/stddev', m2 === null ? null : n <= 1 ? 0 : Math.sqrt(m2 / (n - 1))];
  yield ['distribution/n', n];
  yield ['distribution/max', n === 0 ? null : kll.max];
  yield ['distribution/min', n === 0 ? null : kll.min];
  const values = quantiles(sortedView([kll]), quantileRanks, 'whylogs');
  for (const [index, key] of quantileKeys.entries()) yield [`distribution/${key}`, values?.[index] ?? null];
}
