import { analyzerMetric, type Granularity } from '../../contract/index.ts';
import { bucketLengthMs } from './bucket-length.ts';
import { type Readiness, readyMs } from './ready-time.ts';
import { durationText, momentText } from './time-text.ts';

const dayMs = bucketLengthMs.daily;

/** How old a batch may be where the analyzer does not say: 30 days of hours and days, 190 days of weeks and months. */
export const defaultBackfillGraceMs: Readonly<Record<Granularity, number>> = {
  hourly: 30 * dayMs,
  daily: 30 * dayMs,
  weekly: 190 * dayMs,
  monthly: 190 * dayMs,
};

/** What the gates look at. */
export interface GateFacts {
  /** Epoch ms. */
  readonly targetMs: number;
  /** Evaluation time, epoch ms. */
  readonly nowMs: number;
  readonly granularity: Granularity;
  readonly readiness: Readiness;
  /** Null: defaultBackfillGraceMs. */
  readonly backfillGracePeriodDurationMs: number | null;
  /** Null: no wait. */
  readonly batchCoolDownPeriodMs: number | null;
  /** Newest arrival in the target and the baseline, epoch ms; null when nothing has arrived. */
  readonly newestArrivalMs: number | null;
  /** The document's name; null for composites. */
  readonly metric: string | null;
}

/** A gate that keeps an analyzer from running, and why, in a sentence. */
export interface ClosedGate {
  readonly gate: 'age' | 'readiness' | 'cool-down';
  readonly reason: string;
}

function isSecondsSinceLastUpload({ metric }: GateFacts): boolean {
  return metric !== null && analyzerMetric(metric)?.name === 'secondsSinceLastUpload';
}

function ageGate(facts: GateFacts): ClosedGate | null {
  const { targetMs, nowMs, granularity } = facts;
  const graceMs = facts.backfillGracePeriodDurationMs ?? defaultBackfillGraceMs[granularity];
  if (targetMs >= nowMs - graceMs) {
    return null;
  }
  const reason = `the batch of ${momentText(targetMs)} is older than the grace period of ${durationText(graceMs)}. Remedy: raise backfillGracePeriodDuration`;
  return { gate: 'age', reason };
}

function readinessGate(facts: GateFacts): ClosedGate | null {
  const { targetMs, nowMs, granularity, readiness } = facts;
  const ready = readyMs(targetMs, granularity, readiness);
  // The moment of an upload waits for no upload.
  if (nowMs >= ready || isSecondsSinceLastUpload(facts)) {
    return null;
  }
  return { gate: 'readiness', reason: `the batch of ${momentText(targetMs)} is ready at ${momentText(ready)}` };
}

function coolDownGate({ nowMs, batchCoolDownPeriodMs, newestArrivalMs }: GateFacts): ClosedGate | null {
  if (batchCoolDownPeriodMs === null || newestArrivalMs === null) {
    return null;
  }
  const openMs = newestArrivalMs + batchCoolDownPeriodMs;
  if (nowMs >= openMs) {
    return null;
  }
  const reason = `a profile of the target or its baseline arrived at ${momentText(newestArrivalMs)}; the cool-down period of ${durationText(batchCoolDownPeriodMs)} ends at ${momentText(openMs)}`;
  return { gate: 'cool-down', reason };
}

/**
 * The first gate that keeps an analyzer from looking at a target, in the order of WhyLabs' engine: age, readiness,
 * cool-down (spec/analyzers.md d). Its fourth, the wait of a cadence between two results of secondsSinceLastUpload,
 * needs a store of results; here that moment is judged whenever somebody asks. All bounds are inclusive: a batch of exactly the greatest age still runs,
 * and one that has just become ready already does.
 *
 * @returns null when all gates are open
 */
export function closedGate(facts: GateFacts): ClosedGate | null {
  return ageGate(facts) ?? readinessGate(facts) ?? coolDownGate(facts);
}
