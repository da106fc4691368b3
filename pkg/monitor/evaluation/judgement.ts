import type { AnalyzerOutcome } from '../../contract/index.ts';

/** The outcome of one target, with what a result says of its data. Plain data. */
export interface Judgement {
  readonly outcome: AnalyzerOutcome;
  /** Whether the column holds categories, by baseline or target; null where nobody knows, or nobody asks. */
  readonly isDiscrete: boolean | null;
  /** False: the data put the column outside of the groups that the analyzer targets. */
  readonly isTargeted: boolean;
  /** Why a batch that the outcome needs cannot be read now; it may be a moment later. Null: all was read. */
  readonly unreadable: string | null;
  /** Share of the values in the fullest bin of either side, 0 to 1, for a drift; else null. */
  readonly largestBinShare: number | null;
  /** Rows of the target. */
  readonly targetCount: number | null;
  readonly targetBatches: number;
  /** Baseline batches that have the metric. */
  readonly baselineCount: number;
  readonly baselineBatches: number;
  readonly expectedBaselineCount: number;
}

/** The judgement of a target of which there is no record, because nothing was looked at. */
export function noJudgement(reason: string, facts: Partial<Judgement> = {}): Judgement {
  return {
    outcome: { kind: 'none', reason },
    isDiscrete: null,
    isTargeted: true,
    unreadable: null,
    largestBinShare: null,
    targetCount: null,
    targetBatches: 0,
    baselineCount: 0,
    baselineBatches: 0,
    expectedBaselineCount: 0,
    ...facts,
  };
}
