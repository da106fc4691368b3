import type { AnalyzerCheck, DataSourceSettings, JsonObject } from '../contract/index.ts';
import type { Failure, OperatorOptions, QueryPlan, QueryRequest, UnitResult } from '../query/index.ts';

/** A data source as the threads know it. Plain data. */
export interface Source {
  /** Equal keys share a session: organisation, uid and the settings that matter. Holds no secret. */
  readonly key: string;
  readonly settings: DataSourceSettings;
}

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly operator: OperatorOptions;
  /** Bytes that its caches may take. */
  readonly cacheBytes: number;
}

/** One piece of work. A thread works on one at a time, in the order of arrival. */
export type Job =
  | { readonly kind: 'plan'; readonly source: Source; readonly request: QueryRequest }
  | { readonly kind: 'column'; readonly queryId: number; readonly column: string }
  | { readonly kind: 'finish'; readonly plan: QueryPlan; readonly results: readonly UnitResult[] }
  | { readonly kind: 'facts' | 'datasets'; readonly source: Source }
  | {
      readonly kind: 'columns' | 'segments' | 'references' | 'monitoring';
      readonly source: Source;
      readonly datasetId: string;
    }
  | { readonly kind: 'check-document'; readonly document: string | JsonObject }
  | { readonly kind: 'check-analyzer'; readonly source: Source; readonly check: AnalyzerCheck };

/** What a thread is told. */
export type ToThread =
  | { readonly kind: 'job'; readonly id: number; readonly job: Job }
  /** Before the first column of a query: its plan, and the cell that becomes 1 when nobody waits any more. */
  | {
      readonly kind: 'open';
      readonly queryId: number;
      readonly source: Source;
      readonly plan: QueryPlan;
      readonly cancelled: Int32Array<SharedArrayBuffer>;
    }
  | { readonly kind: 'close'; readonly queryId: number };

/** An error on its way between threads. */
export interface JobFailure {
  /** What the asker is told; null for a fault of ours, which only the log describes. */
  readonly failure: Failure | null;
  /** For the log. */
  readonly detail: string;
}

/** What a thread answers. */
export type FromThread =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: JobFailure };
