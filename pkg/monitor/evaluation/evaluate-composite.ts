import { composite } from '../../analyzer/index.ts';
import type { CompositeConfig } from '../../contract/index.ts';
import type { AnalysisPlan, AnalysisSegment, PlannedTarget } from './analysis-plan.ts';
import { isComposite } from './composite-config.ts';
import type { EvaluationTools, JudgedTarget } from './evaluate-segment.ts';
import { evaluateSegment } from './evaluate-segment.ts';
import type { Judgement } from './judge.ts';
import { analysisId } from './make-record.ts';

/** What one child says of one target: its anomalous columns count as one. */
interface ChildResult {
  readonly analyzerId: string;
  readonly analysisId: string;
  readonly anomalyCount: 0 | 1;
  readonly failureType: null;
}

/** The child's segment that belongs to a parent's: the same, or the child's only one. */
function childSegment(child: AnalysisPlan, { segment }: AnalysisSegment): AnalysisSegment | undefined {
  const text = JSON.stringify(segment);
  const same = child.segments.find((candidate) => JSON.stringify(candidate.segment) === text);
  return same ?? (child.segments.length === 1 ? child.segments[0] : undefined);
}

/** The results of a child in a segment, by the time of their targets. */
async function childResults(
  child: AnalysisPlan,
  segment: AnalysisSegment,
  tools: EvaluationTools
): Promise<ReadonlyMap<number, ChildResult>> {
  const results = new Map<number, ChildResult>();
  const {
    metric,
    analyzer: { config },
  } = child;
  // The planner takes no composites for children.
  if (metric === null || isComposite(config)) {
    return results;
  }
  for (const column of child.isOfDataset ? [null] : child.columns) {
    const evaluation = { plan: child, segment, column, metric, config };
    for (const { target, judgement } of await evaluateSegment(evaluation, tools)) {
      const { outcome } = judgement;
      if (outcome.kind === 'result') {
        const known = results.get(target.timestampMs);
        if (known === undefined || outcome.anomalyCount > known.anomalyCount) {
          results.set(target.timestampMs, {
            analyzerId: child.analyzer.id,
            analysisId: analysisId({ plan: child, segment, column }, target),
            anomalyCount: outcome.anomalyCount,
            failureType: null,
          });
        }
      }
    }
  }
  return results;
}

function judgementOf(config: CompositeConfig, children: readonly ChildResult[]): Judgement {
  return {
    outcome: composite(config, { children }),
    isTargeted: true,
    targetCount: null,
    targetBatches: children.length === 0 ? 0 : 1,
    baselineCount: 0,
    baselineBatches: 0,
    expectedBaselineCount: 0,
  };
}

/**
 * Judges a conjunction or a disjunction from the results of its children for the same batch (spec/analyzers.md b.11).
 * A child that looks at several columns counts as anomalous when one of them is.
 */
export async function evaluateComposite(
  plan: AnalysisPlan,
  segment: AnalysisSegment,
  config: CompositeConfig,
  tools: EvaluationTools
): Promise<readonly JudgedTarget[]> {
  const found: ReadonlyMap<number, ChildResult>[] = [];
  for (const child of plan.children) {
    const ofChild = childSegment(child, segment);
    found.push(ofChild === undefined ? new Map() : await childResults(child, ofChild, tools));
  }
  const requested = segment.chains.flat().filter(({ isRequested }) => isRequested);
  return requested.flatMap((target: PlannedTarget): readonly JudgedTarget[] => {
    const children = found.flatMap((results) => results.get(target.timestampMs) ?? []);
    const isSilent = segment.batches.get(target.startMs) === undefined && children.length === 0;
    const none: Judgement = {
      ...judgementOf(config, []),
      outcome: { kind: 'none', reason: 'there is no profile of the target batch' },
    };
    return [{ target, judgement: isSilent ? none : judgementOf(config, children) }];
  });
}
