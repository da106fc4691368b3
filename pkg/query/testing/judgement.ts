import type { AnalyzerOutcome } from '../../contract/index.ts';
import type { Judgement } from '../../monitor/index.ts';

/** A judgement of the outcome, of nothing but what a test says. */
export function judgementOf(outcome: AnalyzerOutcome, facts: Partial<Judgement> = {}): Judgement {
  return {
    outcome,
    isDiscrete: null,
    isTargeted: true,
    unreadable: null,
    largestBinShare: null,
    targetCount: null,
    targetBatches: 0,
    baselineCount: 0,
    baselineBatches: 0,
    expectedBaselineCount: 0,
    ...facts,
  };
}
