import { addBuckets, bucketStart } from '../../timeline/index.ts';
import { chainStart } from '../timing/chain-start.ts';
import type { SkippedTarget, TargetChain } from './analysis-plan.ts';
import { chainLength } from './chain-of.ts';
import { digestOf, entryId } from './segment-history.ts';
import type { Candidate, TargetPlanning } from './target-planner.ts';
import { TargetPlanner } from './target-planner.ts';
import { latestSearch, targetStarts } from './target-starts.ts';

/** The targets of one segment. */
export interface PlannedTargets {
  readonly chains: readonly TargetChain[];
  readonly skipped: readonly SkippedTarget[];
  /** Starts of the buckets that were looked at to find the latest; empty for a range. */
  readonly candidates: readonly number[];
}

/** Candidates of some buckets: those that are judged, and those whose gates are closed. */
function sift(planner: TargetPlanner, starts: readonly number[]) {
  const skipped: SkippedTarget[] = [];
  const open = starts
    .flatMap((start) => planner.candidates(start))
    .filter((candidate) => {
      const gate = planner.gate(candidate);
      if (gate !== null) {
        skipped.push({ startMs: candidate.startMs, reason: gate.reason });
      }
      return gate === null;
    });
  return { open, skipped };
}

/**
 * Of the newest eligible batches the one that the answer is about: the newest that has data and whose gates are open;
 * where all that have data are still closed, the newest of those, with its reason.
 */
function latestOf(planner: TargetPlanner, { judgesAbsence, history }: TargetPlanning, starts: readonly number[]) {
  const sifted = starts
    .filter((start) => judgesAbsence || history.entries(start).length > 0)
    .map((start) => sift(planner, [start]))
    .reverse();
  return sifted.find(({ open }) => open.length > 0) ?? sifted[0] ?? { open: [], skipped: [] };
}

/** All targets of a chain from its beginning to its last requested one. */
function chainTargets(
  planner: TargetPlanner,
  { analyzer, range }: TargetPlanning,
  firstMs: number,
  requested: readonly Candidate[]
): TargetChain {
  const last = requested.at(-1);
  if (last === undefined) {
    return [];
  }
  const idOf = ({ startMs, entry }: Candidate): string => `${startMs} ${entry === null ? '' : entryId(entry)}`;
  const wanted = new Set(requested.map(idOf));
  const starts = targetStarts(analyzer, { ...range, isLatest: false, fromMs: firstMs, toMs: last.startMs + 1 });
  // What a target learns from the targets before it: when they were, and what they were judged from.
  let before = '';
  return starts.flatMap((start) => {
    before = digestOf([before, `${start}`, planner.evidence(start)]);
    return planner.candidates(start).map((candidate) => planner.target(candidate, wanted.has(idOf(candidate)), before));
  });
}

/**
 * How long ago the last upload was is a fact of the moment: only the newest batch that has begun at the evaluation time
 * has it, and a range that ends before has none.
 */
function newestOf({ analyzer, range }: TargetPlanning, starts: readonly number[]): readonly number[] {
  if (range.isLatest) {
    return starts.slice(-1);
  }
  const { granularity, evaluationMs } = range;
  const fromMs = addBuckets(bucketStart(evaluationMs, granularity), granularity, -latestSearch);
  const newest = targetStarts(analyzer, { ...range, fromMs, toMs: evaluationMs + 1 }).at(-1);
  return starts.filter((start) => start === newest);
}

/** Which targets of a segment are judged, in what order, and from which batches. @throws TimelineError */
export function planTargets(planning: TargetPlanning): PlannedTargets {
  const { analyzer, metric, range } = planning;
  const planner = new TargetPlanner(planning);
  const starts = targetStarts(analyzer, range);
  const asked = metric?.name === 'secondsSinceLastUpload' ? newestOf(planning, starts) : starts;
  const { open, skipped } = range.isLatest ? latestOf(planner, planning, asked) : sift(planner, asked);
  const candidates = range.isLatest ? starts : [];
  const length = chainLength(analyzer.config);
  if (length === null) {
    return { chains: [open.map((candidate) => planner.target(candidate, true, ''))], skipped, candidates };
  }
  const chains = Map.groupBy(open, ({ startMs }) => chainStart(startMs, range.granularity, length));
  return {
    chains: [...chains].map(([firstMs, requested]) => chainTargets(planner, planning, firstMs, requested)),
    skipped,
    candidates,
  };
}
