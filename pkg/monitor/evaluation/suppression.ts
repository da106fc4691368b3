import type { AnalyzerConfig } from '../../contract/index.ts';
import { baselineOf } from '../document/baseline-of.ts';

/** Least baseline batches for the analyzers whose configuration does not say (spec/analyzers.md b.1, step 5). */
const byDefault = 3;

/** Baseline batches with the metric that a calculation needs, `expectedBaselineSuppressionThreshold`. */
export function leastBaseline(config: AnalyzerConfig): number {
  switch (config.type) {
    case 'drift':
    case 'stddev':
    case 'seasonal':
      return config.minBatchSize;
    case 'diff':
      return 1;
    default:
      return byDefault;
  }
}

function remedyOf(config: AnalyzerConfig, needed: number): string {
  const baseline = baselineOf(config);
  switch (baseline?.type) {
    case 'Reference':
      return `see that the reference profile "${baseline.profileId}" is in the store and has this column and segment`;
    case 'TimeRange':
      return 'choose a range with more data';
    default:
      return needed > 1 && 'minBatchSize' in config
        ? 'wait until there are more batches, or lower minBatchSize'
        : 'wait until there are more batches';
  }
}

/**
 * The text for a baseline that is too small.
 *
 * @param found batches that have the metric
 * @param expected batches that the baseline should have
 */
export function insufficientText(config: AnalyzerConfig, found: number, expected: number): string {
  const needed = Math.min(expected, leastBaseline(config));
  const of =
    expected === 1
      ? 'the baseline has no value of the metric'
      : `${found} of the ${expected} baseline batches ${found === 1 ? 'has' : 'have'} the metric, and ${needed} ${needed === 1 ? 'is' : 'are'} needed`;
  return `${of}. Remedy: ${remedyOf(config, needed)}`;
}
