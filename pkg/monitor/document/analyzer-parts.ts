import type { CronSchedule, Granularity, Segment, TimeRange } from '../../contract/index.ts';

/** Which batches an analyzer looks at: its schedule is held against the start of the batch, never against the clock. */
export type AnalyzerSchedule =
  | { readonly type: 'fixed'; readonly cadence: Granularity; readonly exclusionRanges: readonly TimeRange[] }
  /** Five fields, six with seconds first, or a macro such as `@daily`; readable by croner as it stands. */
  | ({ readonly type: 'cron' } & CronSchedule);

interface TargetSegments {
  /** At least one; `[]` among them is the whole dataset, the value `*` each value found. */
  readonly segments: readonly Segment[];
  /** What is excluded is excluded, whatever includes it. An empty list excludes nothing. */
  readonly excludeSegments: readonly Segment[];
  /** A reference profile that takes the target's place (ad-hoc requests). */
  readonly profileId: string | null;
}

/** What an analyzer looks at: columns, or the dataset as a whole. */
export type AnalyzerTarget =
  | ({
      readonly type: 'column';
      /** `*`, names, `group:…`, `weight>0.24`; empty matches no column. */
      readonly include: readonly string[];
      readonly exclude: readonly string[];
    } & TargetSegments)
  | ({ readonly type: 'dataset' } & TargetSegments);
