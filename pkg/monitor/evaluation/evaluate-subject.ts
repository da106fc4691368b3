import type { AnalysisPlan, AnalysisSegment } from './analysis-plan.ts';
import { isComposite } from './composite-config.ts';
import { evaluateComposite } from './evaluate-composite.ts';
import type { SubjectEvaluation } from './evaluate-leaf.ts';
import { evaluateLeaf } from './evaluate-leaf.ts';
import type { EvaluationTools } from './evaluate-segment.ts';

/**
 * Judges one column of one segment, or the segment's dataset, over all targets of the plan.
 *
 * @param column null for an analyzer of the dataset and for a composite
 * @throws what the source and the checkpoint throw
 */
export async function evaluateSubject(
  plan: AnalysisPlan,
  segment: AnalysisSegment,
  column: string | null,
  tools: EvaluationTools
): Promise<SubjectEvaluation> {
  const { config } = plan.analyzer;
  return isComposite(config)
    ? { isMeant: true, judged: await evaluateComposite(plan, segment, config, tools) }
    : evaluateLeaf(plan, segment, column, tools);
}
