import type { AnalyzerOutcome } from '../../contract/index.ts';
import type { PlannedTarget } from './analysis-plan.ts';
import { baselineOf } from '../document/baseline-of.ts';
import type { DatedKey } from './batch-keys.ts';
import { baselineKeys, keysOf, targetKeys } from './batch-keys.ts';
import { calculate } from './calculate.ts';
import type { Readings } from './readings.ts';
import type { EarlierResult, Subject } from './subject.ts';
import { expectedBaselineCount } from '../timing/baseline-buckets.ts';
import type { Judgement } from './judgement.ts';
import { ownValue } from './own-value.ts';
import { insufficientText, leastBaseline } from './suppression.ts';

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

/** The earlier results without which a threshold of consecutive breaches has no verdict. */
function neededResults({ config }: Subject, priors: readonly EarlierResult[]): readonly EarlierResult[] {
  const count = config.type === 'fixed' ? (config.nConsecutive ?? 1) - 1 : 0;
  return count > 0 ? priors.slice(-count) : [];
}

/** Why the outcome cannot be known; null when everything it needs was read. */
function unreadable(subject: Subject, { dated, baseline }: Evidence, priors: readonly EarlierResult[]): string | null {
  const last = dated.at(-1)?.key ?? null;
  if (last === null || subject.readings.state(last).kind === 'absent') {
    // There is no record, whatever the others hold.
    return null;
  }
  const earlier = neededResults(subject, priors).find((prior) => prior.unreadable !== null)?.unreadable ?? null;
  return failureOf(subject.readings, [...dated, ...baseline]) ?? earlier;
}

function outcomeOf(subject: Subject, evidence: Evidence, priors: readonly EarlierResult[]): AnalyzerOutcome {
  const { readings, metric, config } = subject;
  const { target, dated, baseline, baselineCount, expected } = evidence;
  const own = ownValue(subject, target);
  const reason = absence(subject, own, dated);
  if (reason !== null) {
    return { kind: 'none', reason };
  }
  const least = leastBaseline(config);
  if (baselineCount < Math.min(expected, least)) {
    const explanation = insufficientText(config, baselineCount, expected);
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

function unreadableOutcome(reason: string): AnalyzerOutcome {
  const explanation = `a profile that this result needs cannot be read: ${reason}`;
  return { kind: 'failure', failureType: 'MetricException', explanation };
}

function largestBinShare(outcome: AnalyzerOutcome): number | null {
  const shares = outcome.kind === 'result' && outcome.cells?.edges ? outcome.cells : null;
  return shares === null
    ? null
    : [...shares.target, ...shares.baseline].reduce((most, share) => Math.max(most, share), 0);
}

/**
 * Judges one target (spec/analyzers.md b.1). Pure: everything was read before.
 *
 * @param priors earlier results of the target's chain, in time order
 * @param isDiscrete what the data say of the column, where somebody asks
 */
export function judge(
  subject: Subject,
  target: PlannedTarget,
  priors: readonly EarlierResult[],
  isDiscrete: boolean | null = null
): Judgement {
  const { plan, readings } = subject;
  const [dated, baseline] = [targetKeys(plan, target), baselineKeys(plan, target)];
  const baselineCount = keysOf(baseline).filter((key) => readings.hasMetric(key)).length;
  const expected = expectedBaselineCount(baselineOf(plan.analyzer.config), plan.granularity);
  const isPresent = ({ key }: DatedKey): boolean => key !== null && readings.state(key).kind === 'present';
  const evidence = { target, dated, baseline, baselineCount, expected };
  const reason = unreadable(subject, evidence, priors);
  const outcome = reason === null ? outcomeOf(subject, evidence, priors) : unreadableOutcome(reason);
  return {
    outcome,
    isDiscrete,
    isTargeted: true,
    unreadable: reason,
    largestBinShare: largestBinShare(outcome),
    targetCount: readings.count(keysOf(dated)),
    targetBatches: dated.filter(isPresent).length,
    baselineCount,
    baselineBatches: baseline.filter(isPresent).length,
    expectedBaselineCount: expected,
  };
}
