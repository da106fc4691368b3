import type { AnalyzerMetric } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import type { Analyzer } from '../document/monitor-document.ts';
import { baselineBuckets } from '../timing/baseline-buckets.ts';
import { chainStart } from '../timing/chain-start.ts';
import type { ClosedGate } from '../timing/gates.ts';
import { closedGate } from '../timing/gates.ts';
import { readyMs } from '../timing/ready-time.ts';
import { targetBuckets } from '../timing/trailing-window.ts';
import { verdictState } from '../timing/verdict-state.ts';
import type { BaselineBucket } from '../timing/trailing-window.ts';
import type { PlannedTarget, SkippedTarget, TargetChain } from './analysis-plan.ts';
import { baselineOf } from './baseline-of.ts';
import { chainLength } from './chain-of.ts';
import type { SegmentHistory } from './segment-history.ts';
import { digestOf, entryId } from './segment-history.ts';
import type { TargetRange } from './target-starts.ts';
import { targetStarts } from './target-starts.ts';

/** What the targets of one analyzer in one segment are planned from. */
export interface TargetPlanning {
  readonly analyzer: Analyzer;
  readonly metric: AnalyzerMetric | null;
  readonly range: TargetRange;
  /** True: batches beyond the backfill grace period are not judged. */
  readonly backfillGrace: boolean;
  readonly history: SegmentHistory;
  /** Gives each profile its position in the plan. */
  readonly position: (entry: CatalogEntry) => number;
}

/** The targets of one segment. */
export interface PlannedTargets {
  readonly chains: readonly TargetChain[];
  readonly skipped: readonly SkippedTarget[];
}

/** A target before it is known whether it is judged. */
interface Candidate {
  readonly startMs: number;
  /** The one profile that is judged; null: the batch. */
  readonly entry: CatalogEntry | null;
}

/** Metrics that speak of batches without data, too. */
function judgesAbsence(metric: AnalyzerMetric | null): boolean {
  return metric?.name === 'missingDatapoint' || metric?.name === 'secondsSinceLastUpload';
}

class TargetPlanner {
  readonly #planning: TargetPlanning;
  readonly #referenceDigest: string;

  constructor(planning: TargetPlanning) {
    this.#planning = planning;
    const baseline = baselineOf(planning.analyzer.config);
    const entries = baseline?.type === 'Reference' ? planning.history.reference(baseline.profileId) : [];
    this.#referenceDigest = entries.length === 0 ? '-' : digestOf(entries.map(entryId));
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
      schedule: analyzer.schedule,
      lastResultMs: null,
    });
  }

  target({ startMs, entry }: Candidate, isRequested: boolean, before: readonly string[]): PlannedTarget {
    const { range, history } = this.#planning;
    const { granularity, readiness, evaluationMs } = range;
    const timestampMs = entry?.timestampMs ?? startMs;
    const buckets = entry === null ? targetBuckets(startMs, this.#targetSize(), granularity) : [startMs];
    const baseline = this.baseline(startMs);
    const digest = digestOf([
      JSON.stringify(history.segment),
      `${timestampMs}`,
      entry === null ? '' : entryId(entry),
      ...buckets.map((start) => history.digest(start)),
      ...baseline.map(({ startMs: start, isExcluded }) => (isExcluded ? 'excluded' : history.digest(start))),
      this.#referenceDigest,
      ...before,
    ]);
    return {
      startMs,
      timestampMs,
      member: entry === null ? null : this.#planning.position(entry),
      verdictState: verdictState({
        targetMs: timestampMs,
        granularity,
        readyMs: readyMs(timestampMs, granularity, readiness),
        nowMs: evaluationMs,
        newestArrivalMs: this.#newestArrival(startMs),
      }),
      isRequested,
      digest,
    };
  }

  /** The targets in a bucket: the batch, or each of its profiles. */
  candidates(startMs: number): readonly Candidate[] {
    const { analyzer, history } = this.#planning;
    if (!analyzer.disableTargetRollup) {
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
    return history.newestArrival([...buckets, ...this.baseline(startMs).map((bucket) => bucket.startMs)]);
  }
}

/** Of the newest eligible batches the one that the answer is about: the newest with data. */
function latestOf({ metric, history, range }: TargetPlanning, starts: readonly number[]): readonly number[] {
  if (!range.isLatest) {
    return starts;
  }
  const newest = judgesAbsence(metric) ? starts.at(-1) : starts.findLast((start) => history.entries(start).length > 0);
  return newest === undefined ? [] : [newest];
}

/** All targets of a chain from its beginning to its last requested one. */
function chainTargets(
  planner: TargetPlanner,
  { analyzer, range, history }: TargetPlanning,
  firstMs: number,
  requested: readonly Candidate[]
): TargetChain {
  const last = requested.at(-1);
  if (last === undefined) {
    return [];
  }
  const wanted = new Set(requested.map(({ startMs }) => startMs));
  const starts = targetStarts(analyzer, { ...range, isLatest: false, fromMs: firstMs, toMs: last.startMs + 1 });
  // What a target learns from the targets before it: the batches they, and their baselines, were judged from.
  let before = '';
  return starts.flatMap((start) => {
    const baseline = planner.baseline(start).map((bucket) => history.digest(bucket.startMs));
    before = digestOf([before, history.digest(start), ...baseline]);
    return planner.candidates(start).map((candidate) => planner.target(candidate, wanted.has(start), [before]));
  });
}

/** Which targets of a segment are judged, in what order, and from which batches. @throws TimelineError */
export function planTargets(planning: TargetPlanning): PlannedTargets {
  const { analyzer, metric, range } = planning;
  const planner = new TargetPlanner(planning);
  const starts = latestOf(planning, targetStarts(analyzer, range));
  // How long ago the last upload was is a fact of the moment: only the newest batch has it.
  const asked = metric?.name === 'secondsSinceLastUpload' ? starts.slice(-1) : starts;
  const skipped: SkippedTarget[] = [];
  const open = asked
    .flatMap((start) => planner.candidates(start))
    .filter((candidate) => {
      const gate = planner.gate(candidate);
      if (gate !== null) {
        skipped.push({ startMs: candidate.startMs, reason: gate.reason });
      }
      return gate === null;
    });
  const length = chainLength(analyzer.config);
  if (length === null) {
    return { chains: [open.map((candidate) => planner.target(candidate, true, []))], skipped };
  }
  const chains = Map.groupBy(open, ({ startMs }) => chainStart(startMs, range.granularity, length));
  return {
    chains: [...chains].map(([firstMs, requested]) => chainTargets(planner, planning, firstMs, requested)),
    skipped,
  };
}
