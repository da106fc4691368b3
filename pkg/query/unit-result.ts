import type { EncodedFrame } from '../grafana/frames.ts';
import type { ColumnRow } from './column-row.ts';
import type { Tally } from './monitoring/tally.ts';
import type { SubjectVerdicts } from './monitoring/verdicts.ts';

/**
 * What the evaluation of one column gives. Plain data with transferable buffers.
 * Frames stand in the order of the plan's segments; rows are put together into one table at the end.
 */
export type UnitResult =
  | {
      readonly kind: 'frames';
      readonly frames: readonly EncodedFrame[];
      /** The first frame as it is when it is the first of the whole answer, with the remarks on all of it. */
      readonly lead?: EncodedFrame;
    }
  | { readonly kind: 'rows'; readonly rows: readonly ColumnRow[] }
  /** Verdicts to be counted. */
  | { readonly kind: 'tallies'; readonly tallies: readonly Tally[] }
  /** Anomalies to be listed, or told by monitors. */
  | { readonly kind: 'verdicts'; readonly verdicts: readonly SubjectVerdicts[] };
