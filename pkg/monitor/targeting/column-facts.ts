import type { ColumnDataType, ColumnSchema } from '../document/entity.ts';

/** What a batch says of a column (spec/analyzers.md a.4). Of batches without any value of the column there is none. */
export interface InferredColumn {
  readonly dataType: ColumnDataType;
  readonly discreteness: 'discrete' | 'continuous' | null;
}

/** A column of the entity schema: what the document says, completed by what the data say. */
export interface ColumnFacts {
  readonly classifier: 'input' | 'output';
  /** Null: nothing said so yet. */
  readonly discreteness: 'discrete' | 'continuous' | null;
  readonly dataType: ColumnDataType | null;
  readonly hidden: boolean;
}

/** An output is a column whose name contains `output`, in any case; the same rule as in queries. */
function classifierOf(name: string): 'input' | 'output' {
  return name.toLowerCase().includes('output') ? 'output' : 'input';
}

/**
 * The entity schema's facts of a column. What the document says wins; the rest comes from the first inference whose
 * type is not NULL, so that columns do not jump between groups when their data change; where all are NULL, from the
 * first (spec/analyzers.md a.4).
 *
 * @param stored the document's entry; null where it has none
 * @param inferences in time order
 */
export function columnFacts(
  name: string,
  stored: ColumnSchema | null,
  inferences: readonly InferredColumn[]
): ColumnFacts {
  const inferred = inferences.find(({ dataType }) => dataType !== 'NULL') ?? inferences[0];
  return {
    classifier: stored?.classifier ?? classifierOf(name),
    discreteness: stored?.discreteness ?? inferred?.discreteness ?? null,
    dataType: stored?.dataType ?? inferred?.dataType ?? null,
    hidden: stored?.hidden ?? false,
  };
}
