import type { AnalyzerConfig } from '../../contract/index.ts';

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

/** The text for a baseline that is too small. */
export function insufficientText(found: number, expected: number, least: number): string {
  const of = expected === 1 ? 'the baseline has no values' : `${found} of the ${expected} baseline batches have values`;
  const needed = Math.min(expected, least);
  return `${of} of the metric, and ${needed} ${needed === 1 ? 'is' : 'are'} needed. Remedy: wait until there are more batches, or lower minBatchSize`;
}
