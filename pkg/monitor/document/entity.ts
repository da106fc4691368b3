import type { Segment } from '../../contract/index.ts';

/** Types of a column, by the engine's names. */
export const columnDataTypes = ['INTEGRAL', 'FRACTIONAL', 'BOOLEAN', 'STRING', 'UNKNOWN', 'NULL'] as const;

export type ColumnDataType = (typeof columnDataTypes)[number];

/** What the document says of a column. Null: inferred from the profiles. */
export interface ColumnSchema {
  readonly discreteness: 'discrete' | 'continuous' | null;
  readonly dataType: ColumnDataType | null;
  readonly classifier: 'input' | 'output';
  /** Hidden columns are not analysed. */
  readonly hidden: boolean;
}

/** A metric of one column under a name of its own. */
export interface CustomMetric {
  readonly label: string | null;
  readonly column: string;
  /** One of the metrics an analyzer can name. */
  readonly builtinMetric: string;
}

export interface EntitySchema {
  readonly columns: ReadonlyMap<string, ColumnSchema>;
  readonly customMetrics: ReadonlyMap<string, CustomMetric>;
}

/**
 * Feature weights. Of a segment and column: the weight in the first entry with the same segment if it names the
 * column, else the default weight, else none; none is not 0 (spec/monitor-config.md 7).
 */
export interface EntityWeights {
  readonly defaultWeights: ReadonlyMap<string, number>;
  readonly segmentWeights: readonly { readonly segment: Segment; readonly weights: ReadonlyMap<string, number> }[];
}
