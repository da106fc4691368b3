import type { CompositeChild } from '../../analyzer/index.ts';
import { composite } from '../../analyzer/index.ts';
import type { AnalyzerOutcome, CompositeConfig } from '../../contract/index.ts';
import type { AnalysisPlan, AnalysisSegment, PlannedTarget } from './analysis-plan.ts';
import { evaluateLeaf } from './evaluate-leaf.ts';
import type { EvaluationTools, JudgedTarget } from './evaluate-segment.ts';
import type { Judgement } from './judgement.ts';
import { noJudgement } from './judgement.ts';
import { analysisId } from './make-record.ts';

function isSame(a: AnalysisSegment, b: AnalysisSegment): boolean {
  return JSON.stringify(a.segment) === JSON.stringify(b.segment);
}

/** The child's segment that belongs to a parent's: the same, or the child's only one. */
function childSegment(child: AnalysisPlan, segment: AnalysisSegment): AnalysisSegment | undefined {
  const same = child.segments.find((candidate) => isSame(candidate, segment));
  return same ?? (child.segments.length === 1 ? child.segments[0] : undefined);
}

/** What one child says of one target. */
interface ChildResult extends CompositeChild {
  /** Why a batch that it needs cannot be read; null: all was read. */
  readonly unreadable: string | null;
}

/** Of the columns that a child looks at: an anomaly counts first, then what is not known, then that all is quiet. */
function weightier(a: ChildResult, b: ChildResult): ChildResult {
  const rank = ({ anomalyCount, failureType }: ChildResult): number => 2 * anomalyCount + Number(failureType !== null);
  return rank(b) > rank(a) ? b : a;
}

function verdictOf(outcome: Exclude<AnalyzerOutcome, { readonly kind: 'none' }>) {
  return outcome.kind === 'failure'
    ? ({ anomalyCount: 0, failureType: outcome.failureType } as const)
    : ({ anomalyCount: outcome.anomalyCount, failureType: null } as const);
}

/** The results of a child in a segment, by the time of their targets. */
async function childResults(
  child: AnalysisPlan,
  segment: AnalysisSegment,
  tools: EvaluationTools
): Promise<ReadonlyMap<number, ChildResult>> {
  const results = new Map<number, ChildResult>();
  for (const column of child.isOfDataset ? [null] : child.columns) {
    const { judged } = await evaluateLeaf(child, segment, column, tools);
    for (const { target, judgement } of judged) {
      const { outcome, unreadable } = judgement;
      if (outcome.kind !== 'none') {
        const result: ChildResult = {
          analyzerId: child.analyzer.id,
          analysisId: analysisId({ plan: child, segment, column }, target),
          ...verdictOf(outcome),
          unreadable,
        };
        const known = results.get(target.timestampMs);
        results.set(target.timestampMs, known === undefined ? result : weightier(known, result));
      }
    }
  }
  return results;
}

function judgementOf(config: CompositeConfig, children: readonly ChildResult[]): Judgement {
  const outcome = composite(config, { children });
  const known = { ...noJudgement(''), outcome, targetBatches: children.length === 0 ? 0 : 1 };
  const unreadable = children.find((child) => child.unreadable !== null)?.unreadable ?? null;
  return outcome.kind !== 'failure' || unreadable === null
    ? known
    : { ...known, unreadable, outcome: { ...outcome, explanation: `${outcome.explanation}: ${unreadable}` } };
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
  const found: { readonly isOwn: boolean; readonly results: ReadonlyMap<number, ChildResult> }[] = [];
  for (const child of plan.children) {
    const ofChild = childSegment(child, segment);
    if (ofChild !== undefined) {
      found.push({ isOwn: isSame(ofChild, segment), results: await childResults(child, ofChild, tools) });
    }
  }
  const requested = segment.chains.flat().filter(({ isRequested }) => isRequested);
  return requested.flatMap((target: PlannedTarget): readonly JudgedTarget[] => {
    const children = found.flatMap(({ results }) => results.get(target.timestampMs) ?? []);
    // Of a segment without data only a child of that very segment can say something: that they are missing.
    const isSilent =
      !segment.batches.has(target.startMs) &&
      !found.some(({ isOwn, results }) => isOwn && results.has(target.timestampMs));
    return [
      {
        target,
        judgement: isSilent ? noJudgement('there is no profile of the target batch') : judgementOf(config, children),
      },
    ];
  });
}
