import type { AnalyzerOutcome } from '../../contract/index.ts';
import type { Judgement } from './judgement.ts';

/** Judgements that were made before, by everything they depend on, so that they need no invalidation. */
export interface JudgementCache {
  get(key: string): Judgement | undefined;
  set(key: string, judgement: Judgement): void;
}

/** Keeps nothing. */
export const noCache: JudgementCache = { get: () => undefined, set: () => undefined };

/** An outcome without the shares of its cells: they are ten times the rest, and only evidence shows them. */
function withoutCells(outcome: AnalyzerOutcome): AnalyzerOutcome {
  if (outcome.kind !== 'result') {
    return outcome;
  }
  const { kind, anomalyCount, fields, explanation } = outcome;
  return { kind, anomalyCount, fields, explanation };
}

/** What of a judgement is kept. */
export function keptJudgement(judgement: Judgement): Judgement {
  return { ...judgement, outcome: withoutCells(judgement.outcome) };
}
