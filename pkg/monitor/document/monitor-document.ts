import type { AnalyzerConfig, FailureType, Granularity } from '../../contract/index.ts';
import type { Action, MonitorMode, MonitorSchedule } from './monitor-parts.ts';
import type { AnalyzerSchedule, AnalyzerTarget } from './analyzer-parts.ts';
import type { EntitySchema, EntityWeights } from './entity.ts';

/**
 * A WhyLabs monitor document (v3) as the engine takes it: parsed, every default filled in, what cannot run set apart
 * with its reason (spec/monitor-config.md). Plain data.
 */
export interface MonitorDocument {
  readonly orgId: string;
  readonly datasetId: string;
  readonly granularity: Granularity;
  /** True: the unfinished batch may be analysed too. */
  readonly allowPartialTargetBatches: boolean;
  /** Disabled ones too; each id once. */
  readonly analyzers: readonly Analyzer[];
  /** Analyzers that cannot run. */
  readonly dropped: readonly DroppedAnalyzer[];
  readonly monitors: readonly Monitor[];
  /** Null: types, discreteness and classifiers are inferred from the profiles. */
  readonly entitySchema: EntitySchema | null;
  readonly weights: EntityWeights;
  /** `metadata.version`; 0 where the document has none. */
  readonly documentVersion: number;
}

export interface Analyzer {
  readonly id: string;
  readonly displayName: string | null;
  readonly tags: readonly string[];
  /** Null: never runs by itself. */
  readonly schedule: AnalyzerSchedule | null;
  readonly disabled: boolean;
  /** Null: nothing is named; a composite takes its children's targets. */
  readonly target: AnalyzerTarget | null;
  /** Consecutive buckets that form the target; at least 1. */
  readonly targetSize: number;
  /** True: each profile is analysed by itself. */
  readonly disableTargetRollup: boolean;
  /** Smallest age of a batch; null: its end is enough. */
  readonly dataReadinessDurationMs: number | null;
  /** Wait after the last upload of any batch concerned; null: none. */
  readonly batchCoolDownPeriodMs: number | null;
  /** How old a batch may be; null: 30 days for hourly and daily, 190 days for weekly and monthly. */
  readonly backfillGracePeriodDurationMs: number | null;
  readonly config: AnalyzerConfig;
  /** The analyzer's own `version`; results carry it as analyzerVersion. */
  readonly version: number | null;
  /** `metadata.version`, 0 where absent; results carry it as analyzerConfigVersion. */
  readonly configVersion: number;
}

/** An analyzer that cannot run, and why. */
export interface DroppedAnalyzer {
  /** Null where not even an id can be read. */
  readonly id: string | null;
  /** Its place, such as `analyzers[3]`. */
  readonly path: string;
  /** Null: its id belongs to an analyzer before it, so it has no results of its own, not even a failure. */
  readonly failureType: FailureType | null;
  /** A sentence with the place and the remedy. */
  readonly explanation: string;
}

export interface Monitor {
  readonly id: string;
  readonly displayName: string | null;
  readonly tags: readonly string[];
  readonly analyzerIds: readonly string[];
  /** Null: no digest is ever made. */
  readonly schedule: MonitorSchedule | null;
  readonly disabled: boolean;
  /** 3 is the default and the lowest in use. */
  readonly severity: number;
  readonly mode: MonitorMode;
  readonly actions: readonly Action[];
}
