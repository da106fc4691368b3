import type { FrequentItems, HllSketch, KllSketch, ThetaSketch } from '../sketch/index.ts';
import type { OtherComponent } from './other-component.ts';

/** The metrics of a column that can be asked for one by one; `submetrics` are those of images, UDFs, Unicode ranges. */
export type MetricName =
  | 'counts'
  | 'types'
  | 'distribution'
  | 'ints'
  | 'cardinality'
  | 'frequent_items'
  | 'condition_count'
  | 'submetrics'
  | 'other';

export const metricNames: readonly MetricName[] = [
  'counts',
  'types',
  'distribution',
  'ints',
  'cardinality',
  'frequent_items',
  'condition_count',
  'submetrics',
  'other',
];

/** Rows of a column (spec 3.2). A counter that the file does not have is null: old writers left some out. */
export interface Counts {
  /** Rows seen, nulls included. */
  readonly n: number | null;
  /** Rows without a value: null, NaN, NaT. */
  readonly null: number | null;
  /** Rows with a numeric NaN; they are in `null` too. */
  readonly nan: number | null;
  /** Rows with an infinite number. */
  readonly inf: number | null;
  /** Rows with a boolean true. */
  readonly true: number | null;
}

/** Values by type, nulls left out (spec 3.2). A counter that the file does not have is null. */
export interface TypeCounts {
  readonly integral: number | null;
  readonly fractional: number | null;
  readonly boolean: number | null;
  readonly string: number | null;
  readonly object: number | null;
  readonly tensor: number | null;
}

/** The numeric values (spec 3.3). How many there are is `kll.n`; with none, `mean` and `m2` are 0 and say nothing. */
export interface Distribution {
  /** Mean as stored: NaN or infinite where the data held such values. Null when the file does not say it. */
  readonly mean: number | null;
  /** Sum of squared deviations from the mean. Null when the file does not say it. */
  readonly m2: number | null;
  readonly kll: KllSketch;
}

/** Least and greatest integer (spec 3.4), exact over 64 bits. Null where no integer was seen. */
export interface IntRange {
  readonly min: bigint | null;
  readonly max: bigint | null;
}

/** What one profile, or one batch of merged profiles, says of one column. A metric it does not have is null. */
export interface ColumnProfile {
  readonly counts: Counts | null;
  readonly types: TypeCounts | null;
  readonly distribution: Distribution | null;
  readonly ints: IntRange | null;
  readonly cardinality: HllSketch | null;
  /**
   * Distinct values of numbers and of texts in v0 files older than the HLL tracker; otherwise empty.
   * Theta sketches of several files are not united here: a merged column has none.
   */
  readonly theta: readonly ThetaSketch[];
  readonly frequentItems: FrequentItems | null;
  /** Rows that met each condition, by name, and under `total` the rows tested (spec 3.7). */
  readonly conditionCount: ReadonlyMap<string, number> | null;
  /** By namespace (`image`, `udf`, `unicode_range`, …), then by submetric: a column of its own (spec 3.8, 3.9). */
  readonly submetrics: ReadonlyMap<string, ReadonlyMap<string, ColumnProfile>>;
  /** Custom metrics and components that no metric above knows, by full path. */
  readonly other: ReadonlyMap<string, OtherComponent>;
}

/** A column of which nothing is known. */
export const emptyColumnProfile: ColumnProfile = {
  counts: null,
  types: null,
  distribution: null,
  ints: null,
  cardinality: null,
  theta: [],
  frequentItems: null,
  conditionCount: null,
  submetrics: new Map(),
  other: new Map(),
};
