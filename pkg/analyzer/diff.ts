import type { AnalyzerOutcome, DiffConfig } from '../contract/index.ts';
import { isWatched } from './breach.ts';
import { formatNumber } from './format-number.ts';
import { failure, finiteOrNull, verdict } from './outcome.ts';

export interface DiffInput {
  /** The target's value; null: it has none. */
  readonly target: number | null;
  /** The merged baseline's value: of counters the sum over its batches. Null: it has none. */
  readonly baseline: number | null;
}

function difference(mode: DiffConfig['mode'], baseline: number, target: number): number {
  const size = Math.abs(baseline - target);
  if (mode === 'abs') {
    return size;
  }
  if (baseline === 0) {
    return target === 0 ? 0 : Number.isNaN(target) ? NaN : 100;
  }
  return (100 * size) / Math.abs(baseline);
}

function missingSide({ target, baseline }: DiffInput): string {
  return target === null ? (baseline === null ? 'target and the baseline have' : 'target has') : 'baseline has';
}

/**
 * The target's difference from the merged baseline, absolute or in per cent of it (spec/analyzers.md b.3). Alerts
 * strictly above the threshold; NaN never does. The bounds of a negative baseline are in order here (upper above
 * lower), other than in WhyLabs' engine; no verdict depends on them.
 *
 * @returns a failure CalculationException when a side has no value or the threshold is negative
 */
export function diff(config: DiffConfig, input: DiffInput): AnalyzerOutcome {
  const { metric, mode, threshold, thresholdType } = config;
  const { target, baseline } = input;
  if (!(threshold >= 0)) {
    return failure(
      'CalculationException',
      `diff has the threshold ${formatNumber(threshold)}; give 0 or more: it is the size of a difference`
    );
  }
  if (target === null || baseline === null) {
    return failure(
      'CalculationException',
      `diff expected non-null values, but the ${missingSide(input)} no ${metric}; ` +
        'choose a metric that the column has, or a baseline with data'
    );
  }
  const size = difference(mode, baseline, target);
  const reach = mode === 'abs' ? threshold : (Math.abs(baseline) * threshold) / 100;
  const side = target < baseline ? 'below' : 'above';
  const isFar = size > threshold;
  const watched = isWatched(side, thresholdType);
  const unit = mode === 'abs' ? '' : ' %';
  const finding =
    `${metric} is ${formatNumber(target)}, ${formatNumber(size)}${unit} ` +
    `${size === 0 ? 'away from' : side} the baseline's ${formatNumber(baseline)}`;
  const limit = `the threshold ${formatNumber(threshold)}${unit}`;
  return verdict(
    isFar && watched,
    {
      diff_metricValue: finiteOrNull(size),
      diff_threshold: threshold,
      diff_mode: mode,
      threshold_metricValue: finiteOrNull(target),
      threshold_calculatedLower: thresholdType === 'upper' ? null : finiteOrNull(baseline - reach),
      threshold_calculatedUpper: thresholdType === 'lower' ? null : finiteOrNull(baseline + reach),
      threshold_type: thresholdType,
    },
    Number.isNaN(size)
      ? `${metric} is ${formatNumber(target)} and the baseline's ${formatNumber(baseline)}: there is no difference to judge`
      : `${finding}, ${isFar ? 'more' : 'not more'} than ${limit}` +
          (isFar && !watched ? `; only the ${String(thresholdType)} side is watched` : '')
  );
}
