import type { AnalysisPlan, AnalysisSegment } from './analysis-plan.ts';
import { isComposite } from './composite-config.ts';
import { evaluateComposite } from './evaluate-composite.ts';
import type { EvaluationTools, JudgedTarget } from './evaluate-segment.ts';
import { evaluateSegment } from './evaluate-segment.ts';

/**
 * Judges one column of one segment, or the segment's dataset, over all targets of the plan, in time order.
 *
 * @param column null for an analyzer of the dataset and for a composite
 * @throws what the source and the checkpoint throw
 */
export async function evaluateSubject(
  plan: AnalysisPlan,
  segment: AnalysisSegment,
  column: string | null,
  tools: EvaluationTools
): Promise<readonly JudgedTarget[]> {
  const { metric, analyzer } = plan;
  const { config } = analyzer;
  if (isComposite(config)) {
    return evaluateComposite(plan, segment, config, tools);
  }
  // Only composites have no metric; the planner gives every other analyzer one.
  return metric === null ? [] : evaluateSegment({ plan, segment, column, metric, config }, tools);
}
