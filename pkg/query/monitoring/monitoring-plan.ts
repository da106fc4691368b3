import type { AnalysisPlan, Monitor } from '../../monitor/index.ts';

/** A batch in which the values of a tag are others than before. */
export interface TagChange {
  readonly key: string;
  /** Start of the bucket, epoch ms. */
  readonly startMs: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a query of the engine adds to its plan. Plain data. */
export interface MonitoringPlan {
  /** Analyzers that are evaluated, in the order of their document. */
  readonly analyses: readonly AnalysisPlan[];
  /** Monitors that speak; empty where no message is asked for. */
  readonly monitors: readonly Monitor[];
  /** Ids of those among them that are disabled or in an exclusion range: whatever they see, they say nothing. */
  readonly silent: readonly string[];
  /** For `events` alone. */
  readonly changes: readonly TagChange[];
}
