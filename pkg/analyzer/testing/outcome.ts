import type { AnalyzerOutcome } from '../../contract/index.ts';

type Result = Extract<AnalyzerOutcome, { kind: 'result' }>;

/** The result of a calculation that must have one. */
export function resultOf(outcome: AnalyzerOutcome): Result {
  if (outcome.kind !== 'result') {
    throw new Error(`a result was expected, not ${JSON.stringify(outcome)}`);
  }
  return outcome;
}

/** A baseline for configurations whose calculation does not look at it. */
export const trailingWindow = {
  type: 'TrailingWindow',
  size: 7,
  exclusionRanges: [],
  exclusionSchedule: null,
} as const;
