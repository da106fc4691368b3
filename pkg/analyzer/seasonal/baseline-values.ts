import type { PriorResult } from '../prior-result.ts';
import type { SeriesPoint } from '../series-point.ts';

/**
 * The baseline's values as the model sees them (spec/analyzers.md b.6 step 3): where an earlier result flagged its batch,
 * the value is mixed with what was expected then, by the share stored in that result; then a missing value takes the one
 * before it. Values missing at the start stay NaN. An infinite value counts as missing: no model could hold it.
 */
export function baselineValues(baseline: readonly SeriesPoint[], priors: readonly PriorResult[]): Float64Array {
  const flagged = new Map(priors.filter(isFlagged).map((prior) => [prior.datasetTimestamp, prior]));
  let last = NaN;
  return Float64Array.from(baseline, ({ timeMs, value }) => {
    if (value !== null && Number.isFinite(value)) {
      const prior = flagged.get(timeMs);
      last =
        prior === undefined
          ? value
          : prior.lambdaKeep * value + Math.abs(1 - prior.lambdaKeep) * prior.adjustedPrediction;
    }
    return last;
  });
}

interface FlaggedResult extends PriorResult {
  readonly adjustedPrediction: number;
  readonly lambdaKeep: number;
}

function isFlagged(prior: PriorResult): prior is FlaggedResult {
  return prior.shouldReplace && prior.adjustedPrediction !== null && prior.lambdaKeep !== null;
}

/** How many points have a value that the model can use. */
export function presentCount(baseline: readonly SeriesPoint[]): number {
  return baseline.filter(({ value }) => value !== null && Number.isFinite(value)).length;
}
