import type { AnalyzerMetric } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import type { Analyzer } from '../document/monitor-document.ts';
import { baselineBuckets } from '../timing/baseline-buckets.ts';
import type { ClosedGate } from '../timing/gates.ts';
import { closedGate } from '../timing/gates.ts';
import { readyMs } from '../timing/ready-time.ts';
import type { BaselineBucket } from '../timing/trailing-window.ts';
import { targetBuckets } from '../timing/trailing-window.ts';
import { verdictState } from '../timing/verdict-state.ts';
import type { PlannedTarget } from './analysis-plan.ts';
import { baselineOf } from '../document/baseline-of.ts';
import type { SegmentHistory } from './segment-history.ts';
import { digestOf, entryId } from './segment-history.ts';
import type { TargetRange } from './target-starts.ts';

/** What the targets of one analyzer in one segment are planned from. */
export interface TargetPlanning {
  readonly analyzer: Analyzer;
  readonly metric: AnalyzerMetric | null;
  /** True: batches without data are judged, too. */
  readonly judgesAbsence: boolean;
  readonly range: TargetRange;
  /** True: batches beyond the backfill grace period are not judged. */
  readonly backfillGrace: boolean;
  readonly history: SegmentHistory;
  /** Gives each profile its position in the plan. */
  readonly position: (entry: CatalogEntry) => number;
}

/** A target before it is known whether it is judged. */
export interface Candidate {
  readonly startMs: number;
  /** The one profile that is judged; null: the batch. */
  readonly entry: CatalogEntry | null;
}

/** Says of one analyzer in one segment what its targets are, and what each is judged from. */
export class TargetPlanner {
  readonly #planning: TargetPlanning;
  readonly #referenceDigest: string;
  /** When the newest profile of the reference arrived, epoch ms; null when none says, or there is none. */
  readonly #referenceArrivalMs: number | null;

  constructor(planning: TargetPlanning) {
    this.#planning = planning;
    const baseline = baselineOf(planning.analyzer.config);
    const entries = baseline?.type === 'Reference' ? planning.history.reference(baseline.profileId) : [];
    this.#referenceDigest = entries.length === 0 ? '-' : digestOf(entries.map(entryId));
    const arrivals = entries.flatMap(({ arrivalMs }) => arrivalMs ?? []);
    this.#referenceArrivalMs = arrivals.length === 0 ? null : Math.max(...arrivals);
  }

  baseline(startMs: number): readonly BaselineBucket[] {
    const { analyzer, range } = this.#planning;
    const baseline = baselineOf(analyzer.config);
    return baseline === null ? [] : (baselineBuckets(baseline, startMs, this.#targetSize(), range.granularity) ?? []);
  }

  /** The gate that keeps a target from being judged, or null. */
  gate({ startMs, entry }: Candidate): ClosedGate | null {
    const { analyzer, metric, range, backfillGrace } = this.#planning;
    return closedGate({
      targetMs: entry?.timestampMs ?? startMs,
      nowMs: range.evaluationMs,
      granularity: range.granularity,
      readiness: range.readiness,
      // A person who asks for a range asks for its backfill.
      backfillGracePeriodDurationMs: backfillGrace ? analyzer.backfillGracePeriodDurationMs : Infinity,
      batchCoolDownPeriodMs: analyzer.batchCoolDownPeriodMs,
      newestArrivalMs: this.#newestArrival(startMs),
      metric: metric?.name ?? null,
    });
  }

  /** @param before what its chain was judged from before it; empty without a chain */
  target({ startMs, entry }: Candidate, isRequested: boolean, before: string): PlannedTarget {
    const { range, history } = this.#planning;
    const { granularity, readiness, evaluationMs } = range;
    const timestampMs = entry?.timestampMs ?? startMs;
    const digest = digestOf([
      JSON.stringify(history.segment),
      `${timestampMs}`,
      entry === null ? '' : entryId(entry),
      this.evidence(startMs),
      before,
    ]);
    const ready = readyMs(timestampMs, granularity, readiness);
    const newestArrivalMs = this.#newestArrival(startMs);
    return {
      startMs,
      timestampMs,
      member: entry === null ? null : this.#planning.position(entry),
      verdictState: verdictState({
        targetMs: timestampMs,
        granularity,
        readyMs: ready,
        nowMs: evaluationMs,
        newestArrivalMs,
      }),
      isRequested,
      knownMs: Math.max(ready, newestArrivalMs ?? ready),
      digest,
    };
  }

  /** Identifies all batches that the targets of a bucket are judged from. */
  evidence(startMs: number): string {
    const { history, range } = this.#planning;
    return digestOf([
      ...targetBuckets(startMs, this.#targetSize(), range.granularity).map((start) => history.digest(start)),
      ...this.baseline(startMs).map((bucket) => (bucket.isExcluded ? 'excluded' : history.digest(bucket.startMs))),
      this.#referenceDigest,
    ]);
  }

  /** The targets in a bucket: the batch, or each of its profiles. Whether there is a profile is a question to the batch. */
  candidates(startMs: number): readonly Candidate[] {
    const { analyzer, history, judgesAbsence } = this.#planning;
    if (!analyzer.disableTargetRollup || judgesAbsence) {
      return [{ startMs, entry: null }];
    }
    return [...history.entries(startMs)]
      .sort((a, b) => a.timestampMs - b.timestampMs || (entryId(a) < entryId(b) ? -1 : 1))
      .map((entry) => ({ startMs, entry }));
  }

  #targetSize(): number {
    return this.#planning.analyzer.targetSize;
  }

  #newestArrival(startMs: number): number | null {
    const { history, range } = this.#planning;
    const buckets = targetBuckets(startMs, this.#targetSize(), range.granularity);
    // What is excluded is not looked at, so it does not matter when it came.
    const baseline = this.baseline(startMs).filter(({ isExcluded }) => !isExcluded);
    const arrivals = [
      history.newestArrival([...buckets, ...baseline.map((bucket) => bucket.startMs)]) ?? [],
      this.#referenceArrivalMs ?? [],
    ].flat();
    return arrivals.length === 0 ? null : Math.max(...arrivals);
  }
}
