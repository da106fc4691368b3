import type { SeasonalConfig } from '../../contract/index.ts';
import type { PriorResult } from '../prior-result.ts';
import type { SeriesPoint } from '../series-point.ts';
import { normalQuantile } from '../statistics/normal-quantile.ts';
import { baselineValues } from './baseline-values.ts';
import { boundsAround, type Expectation } from './bounds.ts';
import { isInEvent } from './event-days.ts';
import { medianBounds } from './fallback.ts';
import { fitSeasonal, type SeasonalFit } from './fit.ts';
import { leastPoints } from './refusal.ts';
import { spreadOf } from './spread.ts';

/** What a target is compared with. */
export interface SeasonalPast {
  /** Start of the target's bucket, epoch ms. It is the bucket after the baseline's last. */
  readonly targetMs: number;
  /** Each bucket of the trailing window in time order, missing ones too. */
  readonly baseline: readonly SeriesPoint[];
  /** Earlier results of the same analyzer, column and segment. */
  readonly priors: readonly PriorResult[];
}

/**
 * What is expected of the target (spec/analyzers.md b.6 steps 3 to 8), and why the median rule was taken where no model
 * could be fitted.
 */
export function expectationOf(
  { alpha, order, stddevFactor, stddevTimeRanges: events }: SeasonalConfig,
  { baseline, priors, targetMs }: SeasonalPast
): { readonly expectation: Expectation; readonly fallback: string | null } {
  const series = baselineValues(baseline, priors);
  // A target inside an event is like the values inside events, so they are kept for it.
  const points = isInEvent(targetMs, events)
    ? series
    : series.filter((_, i) => !isInEvent(baseline[i]?.timeMs ?? NaN, events));
  const fit: SeasonalFit =
    points.length < leastPoints
      ? {
          kind: 'failure',
          reason: `events leave ${points.length} of ${series.length} batches, fewer than ${leastPoints}`,
        }
      : fitSeasonal(points, order);
  return fit.kind === 'failure'
    ? { expectation: medianBounds(points, series, stddevFactor), fallback: fit.reason }
    : {
        expectation: boundsAround(fit, normalQuantile(1 - alpha / 2), spreadOf(series), stddevFactor),
        fallback: null,
      };
}
