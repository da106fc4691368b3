import type { EncodedFrame } from '../grafana/frames.ts';
import type { ColumnRow } from './column-row.ts';

/**
 * What the evaluation of one column gives. Plain data with transferable buffers.
 * Frames stand in the order of the plan's segments; rows are put together into one table at the end.
 */
export type UnitResult =
  | { readonly kind: 'frames'; readonly frames: readonly EncodedFrame[] }
  | { readonly kind: 'rows'; readonly rows: readonly ColumnRow[] };
