import type { AnalyzerOutcome, FailureType, OutcomeCells, ResultFields } from '../contract/index.ts';

/** A verdict with its numbers. */
export function verdict(
  isAnomaly: boolean,
  fields: ResultFields,
  explanation: string,
  cells?: OutcomeCells
): AnalyzerOutcome {
  const outcome = { kind: 'result', anomalyCount: isAnomaly ? 1 : 0, fields, explanation } as const;
  return cells === undefined ? outcome : { ...outcome, cells };
}

/** No verdict; the explanation says what was found, what was needed, and the remedy. */
export function failure(failureType: FailureType, explanation: string): AnalyzerOutcome {
  return { kind: 'failure', failureType, explanation };
}

/** A value as a field holds it: NaN and the infinities are no values (design, law 4). */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
