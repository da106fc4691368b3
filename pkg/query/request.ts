import type { BatchQuery, Query } from '../contract/index.ts';

/** One query with what Grafana says around it. Plain data. */
export interface QueryRequest {
  readonly query: Query;
  /** The dashboard's or the rule's range, epoch ms. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly maxDataPoints: number;
  /** True when an alert or recording rule asks. */
  readonly isAlert: boolean;
  /** The clock when the query arrived, epoch ms. */
  readonly nowMs: number;
}

/** A request about batches themselves, not about what an analyzer makes of them. */
export type BatchRequest = QueryRequest & { readonly query: BatchQuery };
