import type { AnalyzerOutcome } from '../../contract/index.ts';
import type { FrameRemarks } from '../provenance.ts';

/** Results without a verdict: what they say, and how many say it. */
export type FailureCounts = ReadonlyMap<string, number>;

/** Most different reasons that one answer tells; the rest are counted. */
export const toldReasons = 3;

/** Why some outcomes are failures, counted, in the order of their first appearance. */
export function countFailures(outcomes: readonly AnalyzerOutcome[]): FailureCounts {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) {
    if (outcome.kind === 'failure') {
      const text = `${outcome.failureType}: ${outcome.explanation}`;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return counts;
}

/** The failures of several columns and segments together. */
export function addFailures(parts: readonly FailureCounts[]): FailureCounts {
  const counts = new Map<string, number>();
  for (const [text, count] of parts.flatMap((part) => [...part])) {
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  return counts;
}

function results(count: number): string {
  return count === 1 ? '1 result has' : `${count} results have`;
}

/** What an answer says of its failures: what could not be read as a warning, the rest as information. */
export function failureRemarks(counts: FailureCounts): FrameRemarks {
  const sorted = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  const unreadable = sorted.filter(([text]) => text.startsWith('MetricException'));
  const others = sorted.filter(([text]) => !text.startsWith('MetricException'));
  const text = ([reason, count]: readonly [string, number]): string => `${results(count)} no verdict: ${reason}`;
  const more = others.slice(toldReasons).reduce((sum, [, count]) => sum + count, 0);
  return {
    failures: unreadable.map(text),
    remarks: [
      ...others.slice(0, toldReasons).map(text),
      ...(more === 0 ? [] : [`${results(more)} no verdict for other reasons`]),
    ],
  };
}
