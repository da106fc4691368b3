import type { Granularity, VerdictState } from '../../contract/index.ts';
import { batchEnd } from './ready-time.ts';

export interface VerdictMoment {
  /** Epoch ms. */
  readonly targetMs: number;
  readonly granularity: Granularity;
  /** When the target became or becomes ready, epoch ms. */
  readonly readyMs: number;
  /** Evaluation time, epoch ms. */
  readonly nowMs: number;
  /** Newest arrival in the target and the baseline, epoch ms; null when nothing has arrived. */
  readonly newestArrivalMs: number | null;
}

/**
 * Whether a verdict can still change. It is settled at the later of the batch's end and its readiness: `provisional`
 * before that moment; from it on `changed` when a profile of the target or its baseline arrived after it, else
 * `final`.
 */
export function verdictState({ targetMs, granularity, readyMs, nowMs, newestArrivalMs }: VerdictMoment): VerdictState {
  const settledMs = Math.max(readyMs, batchEnd(targetMs, granularity));
  if (nowMs < settledMs) {
    return 'provisional';
  }
  return newestArrivalMs !== null && newestArrivalMs > settledMs ? 'changed' : 'final';
}
