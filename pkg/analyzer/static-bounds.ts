import type { AnalyzerOutcome } from '../contract/index.ts';
import type { Bounds } from './breach.ts';
import { formatNumber } from './format-number.ts';
import { failure } from './outcome.ts';

/** The static bounds of a document beside computed ones. */
export interface StaticBounds {
  readonly maxUpperThreshold: number | null;
  readonly minLowerThreshold: number | null;
}

/**
 * Computed bounds with static ones (spec/analyzers.md b.4 step 6). `or`: whichever is nearer alerts, so the static ones
 * narrow. `and`: both must be crossed, so the static ones widen, and a side without one never alerts.
 */
export function clampBounds(computed: Bounds, fixed: StaticBounds, limitType: 'or' | 'and'): Bounds {
  const most = fixed.maxUpperThreshold ?? Infinity;
  const least = fixed.minLowerThreshold ?? -Infinity;
  return limitType === 'or'
    ? { upper: Math.min(most, Math.max(computed.upper, least)), lower: Math.max(least, Math.min(computed.lower, most)) }
    : { upper: Math.max(most, computed.upper, least), lower: Math.min(least, computed.lower, most) };
}

/** The failure of static bounds that exclude each other; null when they do not. Equal ones are allowed. */
export function checkStaticBounds(type: string, fixed: StaticBounds): AnalyzerOutcome | null {
  const { minLowerThreshold, maxUpperThreshold } = fixed;
  return minLowerThreshold !== null && maxUpperThreshold !== null && minLowerThreshold > maxUpperThreshold
    ? failure(
        'MinThresholdExceedsMaxThreshold',
        `${type} has minLowerThreshold ${formatNumber(minLowerThreshold)} above ` +
          `maxUpperThreshold ${formatNumber(maxUpperThreshold)}; give a minLowerThreshold that is not above it`
      )
    : null;
}
