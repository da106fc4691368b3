import type { AnalysisSegment } from '../../monitor/index.ts';
import type { FrameRemarks } from '../provenance.ts';
import type { AnalysisPoint } from './analysis-point.ts';
import { countFailures, toldReasons } from './failure-remarks.ts';

function batches(count: number, of: number): string {
  return of === 1 ? 'the batch has' : `${count} of ${of} batches ${count === 1 ? 'has' : 'have'}`;
}

/** Counts equal texts, in the order of their first appearance. */
function countTexts(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function verdicts(count: number, one: string, many: string): string {
  return count === 1 ? `1 verdict ${one}` : `${count} verdicts ${many}`;
}

/** Which verdicts can still change, and which would have been others when their batch was ready. */
function stateRemarks(points: readonly AnalysisPoint[]): readonly string[] {
  const states = points.flatMap(({ judged }) =>
    judged?.judgement.outcome.kind === 'result' ? [judged.target.verdictState] : []
  );
  const changed = states.filter((state) => state === 'changed').length;
  const provisional = states.filter((state) => state === 'provisional').length;
  return [
    // Where all are, the whole store was filled later, and nothing is to be learned from it.
    ...(changed === 0 || changed === states.length
      ? []
      : [`${verdicts(changed, 'stands', 'stand')} on data that arrived after the batch was ready`]),
    ...(provisional === 0
      ? []
      : [`${verdicts(provisional, 'is provisional: its batch', 'are provisional: their batches')} can still grow`]),
  ];
}

/**
 * Why batches of a series have no verdict (what cannot be read apart), and which verdicts can still change or would be
 * others today.
 *
 * @param points the rows of the series
 */
export function analysisRemarks({ skipped }: AnalysisSegment, points: readonly AnalysisPoint[]): FrameRemarks {
  const failures = [...countFailures(points.flatMap(({ judged }) => judged?.judgement.outcome ?? []))];
  const isUnreadable = ([text]: readonly [string, number]): boolean => text.startsWith('MetricException');
  const reasons = [
    ...failures.filter((failure) => !isUnreadable(failure)),
    ...countTexts(skipped.map(({ reason }) => reason)),
  ];
  const text = ([reason, count]: readonly [string, number]): string =>
    `${batches(count, points.length)} no verdict: ${reason}`;
  const more = reasons.slice(toldReasons).reduce((sum, [, count]) => sum + count, 0);
  return {
    failures: failures.filter(isUnreadable).map(text),
    remarks: [
      ...reasons.slice(0, toldReasons).map(text),
      ...(more === 0 ? [] : [`${batches(more, points.length)} no verdict for other reasons`]),
      ...stateRemarks(points),
    ],
  };
}
