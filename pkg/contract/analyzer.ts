import type { DistanceName } from './metric-name.ts';
import type { TimeRange } from './time-range.ts';

/**
 * The analyzers' configurations as the engine takes them: a monitor document's `config`, parsed, with every default
 * filled in (spec/monitor-config.md 4 and 5). `monitor` parses, `analyzer` computes; both speak these types.
 */

/** One side of the bounds; null in a configuration means both. */
export type ThresholdType = 'upper' | 'lower';

/** A cron schedule inside a document; the expression was parsed when the document was. */
export interface CronSchedule {
  readonly cron: string;
  readonly exclusionRanges: readonly TimeRange[];
}

/** What a target is compared with. */
export type AnalyzerBaseline =
  | {
      readonly type: 'TrailingWindow';
      /** Buckets just before the target. */
      readonly size: number;
      readonly exclusionRanges: readonly TimeRange[];
      readonly exclusionSchedule: CronSchedule | null;
    }
  | { readonly type: 'TimeRange'; readonly range: TimeRange }
  | { readonly type: 'Reference'; readonly profileId: string }
  /** The single bucket `offset` before the target; 0 is the target itself. */
  | { readonly type: 'CurrentBatch'; readonly offset: number };

/** A value that comparison and list_comparison expect, in the type it was written in. */
export type ExpectedValue =
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'float'; readonly value: number };

interface MetricConfig {
  /** The document's name, as written; `analyzerMetric` resolves it. */
  readonly metric: string;
}

export interface FixedConfig extends MetricConfig {
  readonly type: 'fixed';
  readonly lower: number | null;
  readonly upper: number | null;
  /** Null: every breach alerts. */
  readonly nConsecutive: number | null;
}

export interface DiffConfig extends MetricConfig {
  readonly type: 'diff';
  readonly mode: 'abs' | 'pct';
  /** At least 0. */
  readonly threshold: number;
  readonly thresholdType: ThresholdType | null;
  readonly baseline: AnalyzerBaseline;
}

export interface StddevConfig extends MetricConfig {
  readonly type: 'stddev';
  readonly factor: number;
  readonly minBatchSize: number;
  readonly thresholdType: ThresholdType | null;
  /** Null: none. */
  readonly maxUpperThreshold: number | null;
  readonly minLowerThreshold: number | null;
  readonly limitType: 'or' | 'and';
  readonly baseline: AnalyzerBaseline;
  readonly params: StddevParams;
}

/** The analyzer's `params`, parsed from texts. */
export interface StddevParams {
  readonly enableAlertsFilter: boolean;
  readonly enableAnomalyReplacement: boolean;
  readonly enableGrubb: boolean;
  readonly grubbSignificance: number;
  readonly alpha: number;
  readonly lambdaKeep: number;
}

/** WhyLabs' four distances, and ours by their own names. */
export type DriftAlgorithm = DistanceName | 'ks_test' | 'wasserstein' | 'variation_distance' | 'chi_square';

/** Bins of a histogram's drift: as WhyLabs' engine, or each with the same share of the baseline (ours). */
export type DriftBins = 'equal_width' | 'equal_mass';

export interface DriftConfig {
  readonly type: 'drift';
  readonly metric: 'histogram' | 'frequent_items';
  readonly algorithm: DriftAlgorithm;
  readonly threshold: number;
  readonly minBatchSize: number;
  readonly bins: DriftBins;
  readonly baseline: AnalyzerBaseline;
}

export interface SeasonalConfig extends MetricConfig {
  readonly type: 'seasonal';
  readonly algorithm: 'arima';
  readonly alpha: number;
  readonly minBatchSize: number;
  /** Events, as written; the analyzer cuts them to whole UTC days. */
  readonly stddevTimeRanges: readonly TimeRange[];
  readonly stddevFactor: number;
  readonly thresholdType: ThresholdType | null;
  readonly maxUpperThreshold: number | null;
  readonly minLowerThreshold: number | null;
  readonly order: SeasonalOrder;
  readonly baseline: AnalyzerBaseline;
}

/** (p, d, q)(P, D, Q)[m] of spec/sarima.md; m = 0: no seasonal part. */
export interface SeasonalOrder {
  readonly p: number;
  readonly d: number;
  readonly q: number;
  readonly P: number;
  readonly D: number;
  readonly Q: number;
  readonly m: number;
}

export interface ComparisonConfig extends MetricConfig {
  readonly type: 'comparison';
  /** Null: the merged baseline's value. */
  readonly expected: ExpectedValue | null;
  readonly baseline: AnalyzerBaseline | null;
}

export interface ListComparisonConfig extends MetricConfig {
  readonly type: 'list_comparison';
  readonly operator: 'in' | 'not_in';
  /** Null: the baseline's values. */
  readonly expected: readonly ExpectedValue[] | null;
  readonly baseline: AnalyzerBaseline | null;
}

export interface FrequentStringComparisonConfig {
  readonly type: 'frequent_string_comparison';
  readonly metric: 'frequent_items';
  readonly operator: 'eq' | 'target_includes_all_baseline' | 'baseline_includes_all_target';
  readonly baseline: AnalyzerBaseline;
}

export interface ColumnListConfig {
  readonly type: 'column_list';
  readonly metric: 'column_list' | 'field_list';
  readonly mode: 'ON_ADD_AND_REMOVE' | 'ON_ADD' | 'ON_REMOVE';
  readonly exclude: readonly string[];
  readonly baseline: AnalyzerBaseline;
}

export interface MonotonicConfig extends MetricConfig {
  readonly type: 'monotonic';
  readonly numBuckets: number;
  readonly direction: 'INCREASING' | 'DECREASING';
}

export interface CompositeConfig {
  readonly type: 'conjunction' | 'disjunction';
  readonly analyzerIds: readonly string[];
}

export type AnalyzerConfig =
  | FixedConfig
  | DiffConfig
  | StddevConfig
  | DriftConfig
  | SeasonalConfig
  | ComparisonConfig
  | ListComparisonConfig
  | FrequentStringComparisonConfig
  | ColumnListConfig
  | MonotonicConfig
  | CompositeConfig;

export const analyzerTypes = [
  'fixed',
  'diff',
  'stddev',
  'drift',
  'seasonal',
  'comparison',
  'list_comparison',
  'frequent_string_comparison',
  'column_list',
  'monotonic',
  'conjunction',
  'disjunction',
] as const;

export type AnalyzerType = (typeof analyzerTypes)[number];
