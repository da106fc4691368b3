import type { PriorResult } from '../../analyzer/index.ts';
import type { AnalyzerMetric } from '../../contract/index.ts';
import type { AnalysisPlan, AnalysisSegment, PlannedTarget, TargetChain } from './analysis-plan.ts';
import { allKeys, baselineKeys, keysOf, targetKeys } from './batch-keys.ts';
import type { BatchSource } from './batch-source.ts';
import type { CalculationInput } from './calculate.ts';
import { partsToRead, readColumn } from './column-readings.ts';
import { isTargeted, needsDiscreteness } from './column-targets.ts';
import { readDataset } from './dataset-readings.ts';
import type { Judgement, Subject } from './judge.ts';
import { judge } from './judge.ts';
import type { JudgementCache } from './judgement-cache.ts';
import { keptJudgement } from './judgement-cache.ts';
import { priorResultOf } from './prior-result-of.ts';
import type { Readings } from './readings.ts';

/** A target with its judgement. */
export interface JudgedTarget {
  readonly target: PlannedTarget;
  readonly judgement: Judgement;
}

/** What evaluations work with. */
export interface EvaluationTools {
  readonly source: BatchSource;
  readonly cache: JudgementCache;
  /** Whether outcomes must carry the shares of their cells, which the cache does not keep. */
  readonly wantsCells: boolean;
  /** Called between targets. @throws to end the evaluation */
  readonly checkpoint: () => void;
}

interface SegmentEvaluation {
  readonly plan: AnalysisPlan;
  readonly segment: AnalysisSegment;
  readonly column: string | null;
  readonly metric: AnalyzerMetric;
  readonly config: CalculationInput['config'];
}

/** A value of the moment, not of the batches, is computed each time. */
function isOfTheMoment({ name }: AnalyzerMetric): boolean {
  return name === 'secondsSinceLastUpload';
}

function cacheKey({ plan, column }: SegmentEvaluation, target: PlannedTarget): string {
  return `${plan.analyzerDigest}\n${column === null ? 'dataset' : `column ${column}`}\n${target.digest}`;
}

async function read(
  { plan, segment, column, metric }: SegmentEvaluation,
  targets: readonly PlannedTarget[],
  source: BatchSource
): Promise<Readings> {
  const keys = allKeys(plan, targets);
  if (metric.name === 'secondsSinceLastUpload') {
    return readDataset(source, segment, { metric, outputs: plan.facts.outputs }, []);
  }
  if (column === null && plan.customColumn === null) {
    return readDataset(source, segment, { metric, outputs: plan.facts.outputs }, keys);
  }
  const subject = plan.customColumn ?? column ?? '';
  const parts = partsToRead(metric, column !== null && needsDiscreteness(plan, column));
  return readColumn(source, segment, { column: subject, metric, parts }, keys);
}

const notTargeted: Judgement = {
  outcome: { kind: 'none', reason: 'the column is not in the group that the analyzer targets' },
  isTargeted: false,
  targetCount: null,
  targetBatches: 0,
  baselineCount: 0,
  baselineBatches: 0,
  expectedBaselineCount: 0,
};

/** Whether the batches of a target put the column into the analyzer's groups: the baseline says, else the target. */
function isInGroups(subject: Subject, target: PlannedTarget, weight: number | null): boolean {
  const { plan, column, readings } = subject;
  if (column === null || !needsDiscreteness(plan, column)) {
    return true;
  }
  const isDiscrete =
    readings.isDiscrete(keysOf(baselineKeys(plan, target))) ?? readings.isDiscrete(keysOf(targetKeys(plan, target)));
  return isTargeted(plan, column, weight, isDiscrete);
}

function judgeChain(subject: Subject, chain: TargetChain, tools: EvaluationTools): readonly JudgedTarget[] {
  const priors: PriorResult[] = [];
  const weight = subject.segment.weights.get(subject.column ?? '') ?? null;
  return chain.map((target) => {
    tools.checkpoint();
    const judgement = isInGroups(subject, target, weight)
      ? judge(
          subject,
          target,
          priors.filter(({ datasetTimestamp }) => datasetTimestamp < target.timestampMs)
        )
      : notTargeted;
    const prior = priorResultOf(target.timestampMs, judgement.outcome);
    if (prior !== null) {
      priors.push(prior);
    }
    return { target, judgement };
  });
}

/** The chain's part that must be judged anew: all of it where results depend on each other, else the targets alone. */
function missing(
  evaluation: SegmentEvaluation,
  chain: TargetChain,
  known: ReadonlyMap<PlannedTarget, Judgement>
): TargetChain {
  const open = chain.filter((target) => target.isRequested && !known.has(target));
  return open.length === 0 || !evaluation.plan.isChained ? open : chain;
}

/**
 * Judges all targets of one segment for one column, or for the dataset, in time order. What was judged before is not
 * read again.
 *
 * @throws what the source and the checkpoint throw
 */
export async function evaluateSegment(
  evaluation: SegmentEvaluation,
  tools: EvaluationTools
): Promise<readonly JudgedTarget[]> {
  const { segment, metric } = evaluation;
  const isKept = !isOfTheMoment(metric);
  const known = new Map<PlannedTarget, Judgement>();
  for (const target of segment.chains.flat()) {
    const kept = isKept && !tools.wantsCells ? tools.cache.get(cacheKey(evaluation, target)) : undefined;
    if (target.isRequested && kept !== undefined) {
      known.set(target, kept);
    }
  }
  const open = segment.chains.map((chain) => missing(evaluation, chain, known));
  if (open.some((chain) => chain.length > 0)) {
    const readings = await read(evaluation, open.flat(), tools.source);
    for (const { target, judgement } of open.flatMap((chain) =>
      judgeChain({ ...evaluation, readings }, chain, tools)
    )) {
      known.set(target, judgement);
      if (isKept && target.isRequested) {
        tools.cache.set(cacheKey(evaluation, target), keptJudgement(judgement));
      }
    }
  }
  return segment.chains
    .flat()
    .flatMap((target) => {
      const judgement = known.get(target);
      return target.isRequested && judgement !== undefined ? [{ target, judgement }] : [];
    })
    .sort((a, b) => a.target.timestampMs - b.target.timestampMs);
}
