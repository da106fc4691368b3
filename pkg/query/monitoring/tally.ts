import type { AnalysisPoint } from './analysis-point.ts';
import type { FailureCounts } from './failure-remarks.ts';
import { countFailures } from './failure-remarks.ts';

/** What one column adds to the counts of a segment. Arrays of equal length. Plain data. */
export interface Tally {
  /** The segment, by its position in the plan. */
  readonly segment: number;
  /** Times of the batches, epoch ms, in order. */
  readonly timesMs: readonly number[];
  /** 1 anomalous, 0 not, null without a verdict. */
  readonly verdicts: readonly (0 | 1 | null)[];
  readonly failures: FailureCounts;
}

/** The verdicts of one column in one segment. */
export function tallyPoints(segment: number, points: readonly AnalysisPoint[]): Tally {
  return {
    segment,
    timesMs: points.map(({ timeMs }) => timeMs),
    verdicts: points.map(({ judged }) => {
      const outcome = judged?.judgement.outcome;
      return outcome?.kind === 'result' ? outcome.anomalyCount : null;
    }),
    failures: countFailures(points.flatMap(({ judged }) => judged?.judgement.outcome ?? [])),
  };
}

/** How many columns of a segment were judged at a time, and how many of them are anomalous. */
export interface SegmentCount {
  readonly timeMs: number;
  readonly anomalous: number;
  readonly judged: number;
}

/** Adds the columns' verdicts of one segment, in time order. */
export function addTallies(tallies: readonly Tally[], segment: number): readonly SegmentCount[] {
  const counts = new Map<number, { anomalous: number; judged: number }>();
  for (const { timesMs, verdicts } of tallies.filter((tally) => tally.segment === segment)) {
    timesMs.forEach((timeMs, i) => {
      const count = counts.get(timeMs) ?? { anomalous: 0, judged: 0 };
      const verdict = verdicts[i] ?? null;
      counts.set(timeMs, {
        anomalous: count.anomalous + (verdict ?? 0),
        judged: count.judged + (verdict === null ? 0 : 1),
      });
    });
  }
  return [...counts].map(([timeMs, count]) => ({ timeMs, ...count })).sort((a, b) => a.timeMs - b.timeMs);
}
