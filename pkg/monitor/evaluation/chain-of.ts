import type { AnalyzerBaseline, AnalyzerConfig } from '../../contract/index.ts';
import { maxTrailingWindow } from '../../contract/index.ts';

function lengthOf(baseline: AnalyzerBaseline): number {
  return baseline.type === 'TrailingWindow' ? baseline.size : maxTrailingWindow;
}

/**
 * The baseline length, in buckets, of an analyzer whose results depend on earlier ones (design, section 4); null for
 * one whose results do not. A fixed threshold has no baseline: it looks for earlier breaches in the longest window
 * that an analyzer may have, and in a longer one where it asks for more breaches than that.
 */
export function chainLength(config: AnalyzerConfig): number | null {
  switch (config.type) {
    case 'fixed':
      return config.nConsecutive !== null && config.nConsecutive > 1
        ? Math.max(maxTrailingWindow, config.nConsecutive - 1)
        : null;
    case 'stddev':
      return config.params.enableAlertsFilter || config.params.enableAnomalyReplacement
        ? lengthOf(config.baseline)
        : null;
    case 'seasonal':
      return lengthOf(config.baseline);
    default:
      return null;
  }
}
