import type { AnalyzerMetric } from '../../contract/index.ts';
import type { AnalysisPlan, AnalysisSegment, PlannedTarget, TargetChain } from './analysis-plan.ts';
import { allKeys, baselineKeys, keysOf, targetKeys } from './batch-keys.ts';
import type { BatchSource } from './batch-source.ts';
import type { CalculationInput } from './calculate.ts';
import { partsToRead, readColumn } from './column-readings.ts';
import { isOfAnalyzer, needsDiscreteness } from './column-targets.ts';
import { readDataset } from './dataset-readings.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { noJudgement } from './judgement.ts';
import type { JudgementCache } from './judgement-cache.ts';
import { keptJudgement } from './judgement-cache.ts';
import { isBeforeData } from './own-value.ts';
import { priorResultOf } from './prior-result-of.ts';
import type { Readings } from './readings.ts';
import type { EarlierResult, Subject } from './subject.ts';

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

/** One column of one segment, or the segment's dataset. */
export interface SegmentEvaluation {
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

function weightOf({ segment, column }: Pick<SegmentEvaluation, 'segment' | 'column'>): number | null {
  return segment.weights.get(column ?? '') ?? null;
}

/** Everything that a judgement depends on. */
function cacheKey(evaluation: SegmentEvaluation, target: PlannedTarget): string {
  const { plan, column, metric } = evaluation;
  const needsGroups = column !== null && needsDiscreteness(plan, column);
  return [
    plan.analyzerDigest,
    column === null ? 'dataset' : `column ${column}`,
    needsGroups ? `groups ${weightOf(evaluation)}` : '',
    metric.name === 'missingDatapoint' && isBeforeData(evaluation, target) ? 'before data' : '',
    target.digest,
  ].join('\n');
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

/** What the batches of a target say of the column's discreteness: the baseline, else the target. */
function discretenessOf({ plan, column, readings }: Subject, target: PlannedTarget): boolean | null {
  return column === null || !needsDiscreteness(plan, column)
    ? null
    : (readings.isDiscrete(keysOf(baselineKeys(plan, target))) ??
        readings.isDiscrete(keysOf(targetKeys(plan, target))));
}

function judgeTarget(subject: Subject, target: PlannedTarget, priors: readonly EarlierResult[]): Judgement {
  const { plan, column } = subject;
  const isDiscrete = discretenessOf(subject, target);
  return column === null || isOfAnalyzer(plan, column, weightOf(subject), isDiscrete)
    ? judge(subject, target, priors, isDiscrete)
    : noJudgement('the column is not in the group that the analyzer targets', { isDiscrete, isTargeted: false });
}

function judgeChain(subject: Subject, chain: TargetChain, tools: EvaluationTools): readonly JudgedTarget[] {
  const priors: EarlierResult[] = [];
  return chain.map((target) => {
    tools.checkpoint();
    const before = priors.filter(({ datasetTimestamp }) => datasetTimestamp < target.timestampMs);
    const judgement = judgeTarget(subject, target, before);
    const prior = priorResultOf(target.timestampMs, judgement);
    if (prior !== null) {
      priors.push(prior);
    }
    return { target, judgement };
  });
}

/**
 * The judgements that may be kept: those from batches that could be read, and in a chain none after one that could not.
 * What cannot be read now can be read a moment later.
 */
function lasting(plan: AnalysisPlan, judged: readonly JudgedTarget[]): readonly JudgedTarget[] {
  const first = judged.findIndex(({ judgement }) => judgement.unreadable !== null);
  return plan.isChained && first !== -1
    ? judged.slice(0, first)
    : judged.filter(({ judgement }) => judgement.unreadable === null);
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
  const { plan, segment, metric } = evaluation;
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
    for (const chain of open) {
      const judged = judgeChain({ ...evaluation, readings }, chain, tools);
      judged.forEach(({ target, judgement }) => known.set(target, judgement));
      for (const { target, judgement } of isKept ? lasting(plan, judged) : []) {
        if (target.isRequested) {
          tools.cache.set(cacheKey(evaluation, target), keptJudgement(judgement));
        }
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
