import type { AnalyzerMetric, ColumnSelection, Granularity, Segment, VerdictState } from '../../contract/index.ts';
import type { Analyzer } from '../document/monitor-document.ts';

/** One batch to be judged, or one that only a later verdict depends on. */
export interface PlannedTarget {
  /** Start of its bucket, epoch ms. */
  readonly startMs: number;
  /** What its result is dated: the bucket's start, or the profile's own time where profiles are judged one by one. */
  readonly timestampMs: number;
  /** Position of the one profile that is judged; null: the whole batch. */
  readonly member: number | null;
  readonly verdictState: VerdictState;
  /** False: judged for the sake of later targets of its chain, and not part of the answer. */
  readonly isRequested: boolean;
  /** From when on the result could be known: the batch was ready, and its last profile had arrived. Epoch ms. */
  readonly knownMs: number;
  /** Identifies everything that the result is computed from, but the column and the analyzer. */
  readonly digest: string;
}

/**
 * Targets that are judged one after another, each knowing the results before it. Without such dependence there is
 * one chain of all targets; with it, chains begin at fixed points in time (design, section 4).
 */
export type TargetChain = readonly PlannedTarget[];

/** A batch that could have been asked for and is not judged. */
export interface SkippedTarget {
  readonly startMs: number;
  /** Names the gate that is closed. */
  readonly reason: string;
}

/** What one analyzer does with one segment. Plain data. */
export interface AnalysisSegment {
  readonly segment: Segment;
  /** The profiles of each bucket that has some, as positions in the plan's members. */
  readonly batches: ReadonlyMap<number, readonly number[]>;
  /** The profiles of the reference; null when the baseline is no reference. */
  readonly reference: readonly number[] | null;
  readonly chains: readonly TargetChain[];
  readonly skipped: readonly SkippedTarget[];
  /**
   * Starts of the buckets that were looked at to find the latest; empty for a range. What cannot be read in them may be
   * the latest.
   */
  readonly candidates: readonly number[];
  /** Batches that tell a column's groups where no target does, the newest first, as positions in the plan's members. */
  readonly groupBatches: readonly (readonly number[])[];
  /** Start of the first bucket in which each column has data, under the empty name the segment; null where it does not matter. */
  readonly firstDataMs: ReadonlyMap<string, number> | null;
  /** When the newest profile of the segment arrived, epoch ms; null when none says. */
  readonly lastArrivalMs: number | null;
  /** Weights of the columns that have one. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Which columns an analyzer targets, beyond what names alone decide. */
export interface ColumnFactsOfPlan {
  /** Columns whose discreteness the entity schema says. */
  readonly discreteness: ReadonlyMap<string, 'discrete' | 'continuous'>;
  /** Columns that are outputs by the entity schema, or by their names. */
  readonly outputs: ReadonlySet<string>;
  /** Columns that the entity schema hides. */
  readonly hidden: ReadonlySet<string>;
}

/** One analyzer over a range, for all its segments and columns. Plain data. */
export interface AnalysisPlan {
  readonly analyzer: Analyzer;
  /** Null for a composite. */
  readonly metric: AnalyzerMetric | null;
  /** The column behind a custom metric of the entity schema; null for an ordinary one. */
  readonly customColumn: string | null;
  readonly orgId: string;
  readonly datasetId: string;
  readonly granularity: Granularity;
  readonly monitorIds: readonly string[];
  readonly monitorConfigVersion: number;
  readonly evaluationMs: number;
  /** True: of the newest eligible batches; false: of a range. */
  readonly isLatest: boolean;
  /** SHA-256 of what of the analyzer and the document decides a result. */
  readonly analyzerDigest: string;
  /** Whether it is about the dataset as a whole and not about columns. */
  readonly isOfDataset: boolean;
  /** The columns to evaluate, in order; groups by discreteness are decided where the data are read. */
  readonly columns: readonly string[];
  readonly facts: ColumnFactsOfPlan;
  /** The query's own columns, which narrow the analyzer's. */
  readonly columnFilter: ColumnSelection;
  /** Whether results depend on earlier ones, so that a chain is judged as a whole. */
  readonly isChained: boolean;
  readonly segments: readonly AnalysisSegment[];
  /** Plans of a composite's children, in the order of its ids. */
  readonly children: readonly AnalysisPlan[];
}
