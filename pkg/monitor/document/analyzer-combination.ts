import { analyzerMetric, type AnalyzerConfig } from '../../contract/index.ts';
import type { AnalyzerTarget } from './analyzer-parts.ts';
import { refuseTooManyBuckets } from './bucket-limit.ts';
import type { DocumentReader } from './document-reader.ts';
import { Refusal } from './refusal.ts';

/** `targetSize`, 1 where absent. @throws Refusal out-of-range */
export function readTargetSize(reader: DocumentReader, config: AnalyzerConfig): number {
  const targetSize = reader.integer('targetSize') ?? 1;
  if (targetSize < 1) {
    throw new Refusal(
      reader.pathOf('targetSize'),
      'out-of-range',
      'InvalidJson',
      `a target of ${targetSize} buckets holds nothing. Remedy: 1 or more`
    );
  }
  refuseTooManyBuckets(reader.pathOf('targetSize'), targetSize);
  if (config.type === 'monotonic' && targetSize < 2) {
    reader.add(
      'warning',
      'targetSize',
      'never-runs',
      'monotonic counts the steps between the buckets of its target, and one bucket has none. Remedy: targetSize of 2 or more'
    );
  }
  return targetSize;
}

/** What the parts of an analyzer say together. */
export function warnOfCombination(reader: DocumentReader, config: AnalyzerConfig, target: AnalyzerTarget | null): void {
  if (!('metric' in config)) {
    return;
  }
  const level = analyzerMetric(config.metric)?.level;
  if (target !== null && level !== undefined && level !== 'both' && level !== target.type) {
    reader.add(
      'warning',
      ['targetMatrix', 'type'],
      'never-runs',
      `"${config.metric}" is a metric of ${level === 'column' ? 'a column' : 'the dataset'}, so a target of type "${target.type}" has no value. ` +
        `Remedy: type "${level}"${level === 'column' ? ' with include' : ''}`
    );
  }
  if (!('minBatchSize' in config) || config.baseline.type !== 'TrailingWindow') {
    return;
  }
  const { minBatchSize, baseline } = config;
  if (minBatchSize > baseline.size) {
    reader.add(
      'warning',
      ['config', 'minBatchSize'],
      'never-runs',
      config.type === 'drift'
        ? `minBatchSize ${minBatchSize} is more than the window's ${baseline.size} buckets, so a full window is required. Remedy: at most ${baseline.size}`
        : `minBatchSize ${minBatchSize} is more than the window's ${baseline.size} buckets, so it never has enough. Remedy: at most ${baseline.size}`
    );
  }
}
