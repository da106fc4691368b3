import type { FailureType } from './failure-type.ts';

/** A frequent item in a result: its estimate with the bounds of the sketch. */
export type ItemCount = readonly [estimate: number, lower: number, upper: number];

/**
 * What the calculation itself puts into a result record, by WhyLabs' field names (spec/analyzers.md e.1). A field that
 * the analyzer does not speak of is absent; null is a bound that does not exist.
 */
export interface ResultFields {
  readonly threshold_metricValue?: number | null;
  readonly threshold_calculatedUpper?: number | null;
  readonly threshold_calculatedLower?: number | null;
  readonly threshold_absoluteUpper?: number | null;
  readonly threshold_absoluteLower?: number | null;
  readonly threshold_factor?: number;
  readonly threshold_minBatchSize?: number;
  readonly threshold_type?: 'upper' | 'lower' | null;
  readonly seasonal_shouldReplace?: boolean;
  readonly seasonal_lambdaKeep?: number;
  readonly seasonal_adjusted_prediction?: number;
  readonly seasonal_replacement?: number;
  /** Ours, beside the original's fields: what the model expected. */
  readonly seasonal_forecast?: number | null;
  readonly drift_metricValue?: number | null;
  readonly drift_threshold?: number;
  /** Ours, for the algorithms that are tests: how likely so great a value is without drift. Null where unknown. */
  readonly drift_pValue?: number | null;
  readonly diff_metricValue?: number | null;
  readonly diff_threshold?: number;
  readonly diff_mode?: 'abs' | 'pct';
  readonly algorithm?: string;
  readonly algorithmMode?: string;
  readonly comparison_observed?: string | null;
  readonly comparison_expected?: string | null;
  readonly frequentStringComparison_operator?: string;
  readonly frequentStringComparison_sample?: readonly string[] | null;
  readonly freqStringCount?: readonly ItemCount[] | null;
  readonly columnList_added?: number;
  readonly columnList_removed?: number;
  readonly columnList_addedSample?: readonly string[] | null;
  readonly columnList_removedSample?: readonly string[] | null;
  readonly columnList_mode?: string;
  readonly referenceProfileId?: string;
  readonly childAnalyzerIds?: readonly string[];
  readonly childAnalysisIds?: readonly string[];
  readonly parent?: boolean;
}

/** What one calculation gives. */
export type AnalyzerOutcome =
  | {
      readonly kind: 'result';
      readonly anomalyCount: 0 | 1;
      readonly fields: ResultFields;
      /** The finding in one sentence for people, with its numbers: "count_null_ratio 0.51 is above the upper bound 0.09". */
      readonly explanation: string;
      /** For drift alone: each cell's share of the distance, beside the sides' shares of the values. */
      readonly cells?: OutcomeCells;
    }
  | { readonly kind: 'failure'; readonly failureType: FailureType; readonly explanation: string }
  /** No record at all: the target has no value. */
  | { readonly kind: 'none'; readonly reason: string };

/**
 * The analyzer's own bins or items. Arrays of equal length; contributions sum to 1 or are all 0. Those of kl_divergence
 * and ks_test can be negative: such a cell makes the distance less.
 */
export interface OutcomeCells {
  /** Bins: left edges, and the end of the last. Items: null. */
  readonly edges: readonly number[] | null;
  readonly end: number | null;
  readonly items: readonly string[] | null;
  readonly baseline: readonly number[];
  readonly target: readonly number[];
  readonly contribution: readonly number[];
}

/**
 * Whether a verdict can still change: `provisional` while its batch may grow (not complete, or younger than the
 * readiness duration), `final` afterwards, `changed` when data of its batch or baseline arrived after the batch
 * became ready.
 */
export type VerdictState = 'provisional' | 'final' | 'changed';

/** One result of one analyzer for one target, column and segment. Plain data. */
export interface ResultRecord extends ResultFields {
  /** The same for the same analysis at every run: the first 32 hex digits of a SHA-256 of who and what it is about. */
  readonly analysisId: string;
  readonly orgId: string;
  readonly datasetId: string;
  /** Null for an analyzer of the dataset. */
  readonly column: string | null;
  /** Sorted `key=value` joined by `&`; empty for the whole dataset. */
  readonly segment: string;
  readonly granularity: string;
  /** Start of the target batch, epoch ms. */
  readonly datasetTimestamp: number;
  /** Evaluation time, epoch ms. */
  readonly creationTimestamp: number;
  readonly targetLevel: 'column' | 'dataset';
  readonly metric: string | null;
  readonly analyzerId: string;
  readonly analyzerType: string;
  readonly analyzerVersion: number | null;
  readonly analyzerConfigVersion: number;
  readonly monitorConfigVersion: number;
  readonly analyzerTags: readonly string[];
  readonly monitorIds: readonly string[];
  readonly anomalyCount: 0 | 1;
  readonly failureType: FailureType | null;
  readonly failureExplanation: string | null;
  /** The finding in one sentence; null for a failure. */
  readonly explanation: string | null;
  readonly verdictState: VerdictState;
  /** Rows of the target. */
  readonly targetCount: number | null;
  readonly targetBatchesWithProfileCount: number;
  /** Baseline batches in which the metric exists. */
  readonly baselineCount: number;
  readonly baselineBatchesWithProfileCount: number;
  readonly expectedBaselineCount: number;
  readonly expectedBaselineSuppressionThreshold: number;
  readonly segmentWeight: number | null;
  readonly disableTargetRollup: boolean;
  readonly cells?: OutcomeCells;
}
