import type { AnalyzerOutcome, CompositeConfig, FailureType } from '../contract/index.ts';
import { failure, verdict } from './outcome.ts';

/** One child's result for the parent's target, column and segment. */
export interface CompositeChild {
  readonly analyzerId: string;
  readonly analysisId: string;
  readonly anomalyCount: 0 | 1;
  /** Null unless the child gave no verdict. */
  readonly failureType: FailureType | null;
}

export interface CompositeInput {
  readonly children: readonly CompositeChild[];
}

function names(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}

/**
 * Joins the verdicts of other analyzers (spec/analyzers.md b.11): conjunction alerts when all of them do, disjunction
 * when one does. A child that failed is unknown: it matters only where the others leave the verdict open.
 *
 * @returns a failure CompositeCalculationMissingColumns when a child of a conjunction has no result, or when the verdict
 *   depends on a child that has none or failed
 */
export function composite(config: CompositeConfig, { children }: CompositeInput): AnalyzerOutcome {
  const { type, analyzerIds } = config;
  const of = (id: string): CompositeChild | undefined => children.find(({ analyzerId }) => analyzerId === id);
  const missing = analyzerIds.filter((id) => of(id) === undefined);
  const failed = analyzerIds.filter((id) => (of(id)?.failureType ?? null) !== null);
  const alerting = analyzerIds.filter((id) => of(id)?.anomalyCount === 1);
  const isConjunction = type === 'conjunction';
  const isOpen = isConjunction
    ? missing.length > 0 || (failed.length > 0 && failed.length + alerting.length === analyzerIds.length)
    : alerting.length === 0 && missing.length + failed.length > 0;
  if (isOpen) {
    const [without, remedy] =
      missing.length > 0
        ? [
            `${names(missing)} gave no result`,
            'see that the document has such analyzers, enabled, no composites, with the same target and schedule',
          ]
        : [`${names(failed)} failed`, 'their own results say why'];
    return failure(
      'CompositeCalculationMissingColumns',
      `${type} needs the verdicts of ${names(analyzerIds)}, but ${without} for this batch; ${remedy}`
    );
  }
  const used = analyzerIds.flatMap((id) => of(id) ?? []);
  return verdict(
    isConjunction ? alerting.length === analyzerIds.length : alerting.length > 0,
    {
      parent: true,
      childAnalyzerIds: used.map(({ analyzerId }) => analyzerId),
      childAnalysisIds: used.map(({ analysisId }) => analysisId),
    },
    `${alerting.length} of ${analyzerIds.length} analyzers alert (${names(alerting)}); ` +
      `${type} alerts when ${isConjunction ? 'all do' : 'one does'}`
  );
}
