import type { ScalarValue } from '../../analyzer/index.ts';
import type { FrequentItems, KllSketch } from '../../sketch/index.ts';

/** A batch of the plan: a bucket by its start, one profile of a bucket by its position, or the reference. */
export type BatchKey = number | `member ${number}` | 'reference';

/** What became of a batch. */
export type BatchState =
  | { readonly kind: 'present' }
  /** There is no profile, or none that has the column. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * What the batches of one column, or of the dataset, say of one metric. All of them were read before; a window of
 * batches is added, never merged (design, law 2).
 */
export interface Readings {
  state(key: BatchKey): BatchState;
  /** The metric of a window taken together; null where the window has none of it. */
  value(keys: readonly BatchKey[]): ScalarValue | null;
  /** Whether the batch has the metric, sketches included: an empty sketch is one. */
  hasMetric(key: BatchKey): boolean;
  klls(keys: readonly BatchKey[]): readonly KllSketch[];
  items(keys: readonly BatchKey[]): readonly FrequentItems[];
  /** The names of the columns of a window, each once; null when all of it is absent. */
  names(keys: readonly BatchKey[]): readonly string[] | null;
  /** Rows of a window; null when its profiles do not say. */
  count(keys: readonly BatchKey[]): number | null;
  /** Whether a window holds categories; null when its profiles do not say. */
  isDiscrete(keys: readonly BatchKey[]): boolean | null;
}
