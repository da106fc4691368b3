/** What is probably not meant. Each is said as a notice beside the answer; none changes a verdict. */
export type LintCode =
  'window-too-small' | 'sum-of-batches' | 'high-cardinality' | 'one-bin' | 'unreachable' | 'always-alerts';

export interface Lint {
  readonly code: LintCode;
  /** What it means and what to do about it. */
  readonly text: string;
}

/** What only the data can say. Absent: not known, and nothing is said. */
export interface AnalyzerFacts {
  /** The column the facts are about. */
  readonly column?: string;
  /** Estimated number of distinct values in the target. */
  readonly distinct?: number | null;
  /** Share of the values in the fullest bin of target or baseline, 0 to 1. */
  readonly largestBinShare?: number | null;
}
