import type { AnalyzerOutcome, FixedConfig } from '../contract/index.ts';
import { type Bounds, breachOf, describeBounds } from './breach.ts';
import { formatNumber } from './format-number.ts';
import { failure, finiteOrNull, verdict } from './outcome.ts';
import type { PriorResult } from './prior-result.ts';

export interface FixedInput {
  readonly target: number;
  /** Bounds of an integer metric are cut to integers first. */
  readonly valueType: 'float' | 'integer';
  /** In time order, strictly before the target. Asked for when `nConsecutive` is above 1. */
  readonly priors: readonly PriorResult[];
}

/** The newest results that must breach as well. */
function priorsNeeded({ nConsecutive }: FixedConfig): number {
  return Math.max(1, nConsecutive ?? 1) - 1;
}

function breachesInARow(priors: readonly PriorResult[], needed: number, bounds: Bounds): number {
  const newest = needed === 0 ? [] : priors.slice(-needed).reverse();
  const ends = newest.findIndex(({ value }) => value === null || breachOf(value, bounds) === null);
  return ends === -1 ? newest.length : ends;
}

/**
 * Static bounds (spec/analyzers.md b.2). A value on its bound never alerts, nor does NaN; with `nConsecutive` = N the
 * newest N - 1 earlier results must breach the same bounds as well, gaps between them allowed.
 *
 * @returns a failure MinThresholdExceedsMaxThreshold when the lower bound is above the upper one
 */
export function fixed(config: FixedConfig, { target, valueType, priors }: FixedInput): AnalyzerOutcome {
  const cut = valueType === 'integer' ? Math.trunc : (bound: number): number => bound;
  const bounds = { lower: cut(config.lower ?? -Infinity), upper: cut(config.upper ?? Infinity) };
  if (bounds.lower > bounds.upper) {
    return failure(
      'MinThresholdExceedsMaxThreshold',
      `fixed has the lower bound ${formatNumber(bounds.lower)} above the upper bound ${formatNumber(bounds.upper)}, ` +
        'so that no value lies within; give a lower that is not above upper'
    );
  }
  const isBreach = breachOf(target, bounds) !== null;
  const needed = priorsNeeded(config);
  const inARow = isBreach ? 1 + breachesInARow(priors, needed, bounds) : 0;
  const finding = `${config.metric} is ${describeBounds(target, bounds)}`;
  return verdict(
    isBreach && inARow === needed + 1,
    {
      threshold_metricValue: finiteOrNull(target),
      threshold_absoluteLower: finiteOrNull(bounds.lower),
      threshold_absoluteUpper: finiteOrNull(bounds.upper),
    },
    isBreach && needed > 0 ? `${finding}, in ${inARow} of ${needed + 1} consecutive results` : finding
  );
}
