import type { DriftConfig } from '../../contract/index.ts';
import { trailingWindow } from './outcome.ts';

/** A drift analyzer of a histogram by Hellinger at 0.3, or as the options say. */
export function driftConfig(options: Partial<DriftConfig> = {}): DriftConfig {
  return {
    type: 'drift',
    metric: 'histogram',
    algorithm: 'hellinger',
    threshold: 0.3,
    minBatchSize: 1,
    bins: 'equal_width',
    baseline: trailingWindow,
    ...options,
  };
}
