import type { AnalysisSegment } from '../../monitor/index.ts';
import type { AnalysisPoint } from './analysis-point.ts';

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

/** Most different reasons that one series tells; the rest are counted. */
export const toldReasons = 3;

/**
 * Why batches of a series have no verdict, and which verdicts can still change or would be others today.
 *
 * @param points the rows of the series
 */
export function analysisRemarks({ skipped }: AnalysisSegment, points: readonly AnalysisPoint[]): readonly string[] {
  const failures = points.flatMap(({ judged }) =>
    judged?.judgement.outcome.kind === 'failure'
      ? [`${judged.judgement.outcome.failureType}: ${judged.judgement.outcome.explanation}`]
      : []
  );
  const reasons = [...countTexts(failures), ...countTexts(skipped.map(({ reason }) => reason))];
  const told = reasons
    .slice(0, toldReasons)
    .map(([reason, count]) => `${batches(count, points.length)} no verdict: ${reason}`);
  const more = reasons.slice(toldReasons).reduce((sum, [, count]) => sum + count, 0);
  const others = more === 0 ? [] : [`${batches(more, points.length)} no verdict for other reasons`];
  const states = points.flatMap(({ judged }) =>
    judged !== null && judged.judgement.outcome.kind === 'result' ? [judged.target.verdictState] : []
  );
  const changed = states.filter((state) => state === 'changed').length;
  const provisional = states.filter((state) => state === 'provisional').length;
  return [
    ...told,
    ...others,
    // Where all are, the whole store was filled later, and nothing is to be learned from it.
    ...(changed === 0 || changed === states.length
      ? []
      : [`${changed} verdicts stand on data that arrived after their batch was ready`]),
    ...(provisional === 0 ? [] : [`${provisional} verdicts are provisional: their batch can still grow`]),
  ];
}
