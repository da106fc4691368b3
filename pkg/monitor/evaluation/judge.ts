import type { PriorResult } from '../../analyzer/index.ts';
import type { AnalyzerOutcome } from '../../contract/index.ts';
import type { AnalysisPlan, AnalysisSegment, PlannedTarget } from './analysis-plan.ts';
import { expectedBaselineCount } from '../timing/baseline-buckets.ts';
import { baselineOf } from './baseline-of.ts';
import type { DatedKey } from './batch-keys.ts';
import { baselineKeys, keysOf, targetKeys } from './batch-keys.ts';
import type { CalculationInput } from './calculate.ts';
import { calculate } from './calculate.ts';
import type { Readings } from './readings.ts';
import { insufficientText, leastBaseline } from './suppression.ts';

/** The outcome of one target, with what a result says of its data. Plain data. */
export interface Judgement {
  readonly outcome: AnalyzerOutcome;
  /** False: the data put the column outside of the groups that the analyzer targets. */
  readonly isTargeted: boolean;
  readonly targetCount: number | null;
  readonly targetBatches: number;
  readonly baselineCount: number;
  readonly baselineBatches: number;
  readonly expectedBaselineCount: number;
}

/** What is judged beside the plan. */
export interface Subject {
  readonly plan: AnalysisPlan;
  readonly segment: AnalysisSegment;
  /** Null for the dataset. */
  readonly column: string | null;
  readonly readings: Readings;
  readonly config: CalculationInput['config'];
  readonly metric: CalculationInput['metric'];
}

/** Start of the first bucket in which the subject had data; null when it never had. */
function firstDataMs({ segment: { firstDataMs: first }, column }: Subject): number | null {
  return first === null || typeof first === 'number' ? first : (first.get(column ?? '') ?? null);
}

/** The values that no batch holds; undefined for a metric that batches hold. */
function ownValue(subject: Subject, target: PlannedTarget): number | null | undefined {
  switch (subject.metric.name) {
    case 'missingDatapoint': {
      const first = firstDataMs(subject);
      const isBefore = first === null || target.startMs < first;
      return isBefore ? null : Number(subject.readings.state(target.startMs).kind === 'absent');
    }
    case 'secondsSinceLastUpload': {
      const { lastArrivalMs } = subject.segment;
      return lastArrivalMs === null ? null : Math.floor((subject.plan.evaluationMs - lastArrivalMs) / 1000);
    }
    default:
      return undefined;
  }
}

/** The reason of a batch that cannot be read, or null. */
function failureOf(readings: Readings, dated: readonly DatedKey[]): string | null {
  for (const { key } of dated) {
    const state = key === null ? null : readings.state(key);
    if (state?.kind === 'failed') {
      return state.reason;
    }
  }
  return null;
}

/** The text seeds of chance are made of: the same wherever and whenever the target is judged. */
export function seedOf({ plan, segment, column }: Subject, target: PlannedTarget): string {
  return JSON.stringify([plan.datasetId, column, segment.segment, target.timestampMs, plan.analyzer.id]);
}

/** What one target is judged from. */
interface Evidence {
  readonly target: PlannedTarget;
  readonly dated: readonly DatedKey[];
  readonly baseline: readonly DatedKey[];
  readonly baselineCount: number;
  readonly expected: number;
}

/** Why there is no record; null when there may be one. */
function absence(
  { readings, metric }: Subject,
  own: number | null | undefined,
  dated: readonly DatedKey[]
): string | null {
  if (own === null) {
    return metric.name === 'missingDatapoint' ? 'there were no data yet' : 'no profile says when it was uploaded';
  }
  if (own !== undefined) {
    return null;
  }
  const last = dated.at(-1)?.key ?? null;
  if (last === null || readings.state(last).kind !== 'present') {
    return 'there is no profile of the target batch';
  }
  return keysOf(dated).some((key) => readings.hasMetric(key)) ? null : 'the target batch does not have the metric';
}

function outcomeOf(subject: Subject, evidence: Evidence, priors: readonly PriorResult[]): AnalyzerOutcome {
  const { readings, metric, config } = subject;
  const { target, dated, baseline, baselineCount, expected } = evidence;
  const failure = failureOf(readings, [...dated, ...baseline]);
  if (failure !== null) {
    const explanation = `a profile that this result needs cannot be read: ${failure}`;
    return { kind: 'failure', failureType: 'MetricException', explanation };
  }
  const own = ownValue(subject, target);
  const reason = absence(subject, own, dated);
  if (reason !== null) {
    return { kind: 'none', reason };
  }
  const least = leastBaseline(config);
  if (baselineCount < Math.min(expected, least)) {
    const explanation = insufficientText(baselineCount, expected, least);
    return { kind: 'failure', failureType: 'InsufficientBaseline', explanation };
  }
  const { startMs: targetMs } = target;
  const seed = seedOf(subject, target);
  return calculate({
    config,
    metric,
    readings,
    targetMs,
    target: dated,
    baseline,
    ownValue: own ?? null,
    priors,
    seed,
  });
}

/** Judges one target (spec/analyzers.md b.1). Pure: everything was read before. */
export function judge(subject: Subject, target: PlannedTarget, priors: readonly PriorResult[]): Judgement {
  const { plan, readings } = subject;
  const [dated, baseline] = [targetKeys(plan, target), baselineKeys(plan, target)];
  const baselineCount = keysOf(baseline).filter((key) => readings.hasMetric(key)).length;
  const expected = expectedBaselineCount(baselineOf(plan.analyzer.config), plan.granularity);
  const isPresent = ({ key }: DatedKey): boolean => key !== null && readings.state(key).kind === 'present';
  return {
    isTargeted: true,
    outcome: outcomeOf(subject, { target, dated, baseline, baselineCount, expected }, priors),
    targetCount: readings.count(keysOf(dated)),
    targetBatches: dated.filter(isPresent).length,
    baselineCount,
    baselineBatches: baseline.filter(isPresent).length,
    expectedBaselineCount: expected,
  };
}
