import { isDiscrete } from '../../profile/index.ts';
import type { AnalysisPlan, AnalysisSegment } from './analysis-plan.ts';
import { isTargeted, mayBeTargeted, needsDiscreteness } from './column-targets.ts';
import { discretenessParts } from './column-value.ts';
import { isComposite } from './composite-config.ts';
import type { EvaluationTools, JudgedTarget } from './evaluate-segment.ts';
import { evaluateSegment } from './evaluate-segment.ts';

/** What one analyzer says of one column of one segment, or of the segment's dataset. */
export interface SubjectEvaluation {
  /** False: the analyzer, or the query around it, does not mean the column; it has no part in the answer. */
  readonly isMeant: boolean;
  /** In time order; empty when not meant. */
  readonly judged: readonly JudgedTarget[];
}

const notMeant: SubjectEvaluation = { isMeant: false, judged: [] };

/**
 * Judges one column of one segment, or the segment's dataset, over all targets of the plan, by an analyzer that is no
 * composite.
 *
 * @param column null for an analyzer of the dataset
 * @throws what the source and the checkpoint throw
 */
export async function evaluateLeaf(
  plan: AnalysisPlan,
  segment: AnalysisSegment,
  column: string | null,
  tools: EvaluationTools
): Promise<SubjectEvaluation> {
  const { metric, analyzer } = plan;
  const { config } = analyzer;
  if (metric === null || isComposite(config)) {
    // The planner gives every analyzer a metric but a composite.
    return notMeant;
  }
  const weight = segment.weights.get(column ?? '') ?? null;
  if (column !== null && !mayBeTargeted(plan, column, weight)) {
    return notMeant;
  }
  const judged = await evaluateSegment({ plan, segment, column, metric, config }, tools);
  if (column === null || !needsDiscreteness(plan, column)) {
    return { isMeant: true, judged };
  }
  const found = judged.flatMap(({ judgement }) => judgement.isDiscrete ?? []);
  const known = found.length > 0 ? found : [await newestDiscreteness(segment, column, tools)];
  const isMeant = known.some((isDiscrete) => isTargeted(plan, column, weight, isDiscrete));
  return isMeant ? { isMeant, judged } : notMeant;
}

/** The column's discreteness in the newest batch that tells; so a column stays where it is when its data stop. */
async function newestDiscreteness(
  { groupBatches }: AnalysisSegment,
  column: string,
  { source }: EvaluationTools
): Promise<boolean | null> {
  for (const members of groupBatches) {
    const batch = await source.column(members, column, discretenessParts);
    const known = batch.kind === 'column' ? isDiscrete(batch.column) : null;
    if (known !== null) {
      return known;
    }
  }
  return null;
}
