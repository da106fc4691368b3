import type { AnalyzerBaseline, AnalyzerConfig } from '../../../contract/index.ts';
import { baselineOf } from '../baseline-of.ts';
import type { Analyzer } from '../monitor-document.ts';
import type { AnalyzerFacts, Lint } from './lint.ts';
import { isSum } from './metric-range.ts';
import { thresholdLints } from './threshold-lints.ts';

/** Share of one bin from which a histogram says little more than that bin: 95 %. */
export const dominantBinShare = 0.95;

/**
 * Distinct values from which lists of frequent items are not complete: 100. whylogs' sketch holds about that many, and
 * what it leaves out is missing from the comparison (spec/analyzers.md b.8).
 */
export const maxDistinctItems = 100;

/** Baseline batches that a seasonal forecast needs (spec/analyzers.md b.6). */
export const seasonalBatches = 30;

function windowLints(config: AnalyzerConfig): readonly Lint[] {
  const baseline = baselineOf(config);
  if (baseline?.type !== 'TrailingWindow') {
    return [];
  }
  const { size } = baseline;
  if (config.type === 'seasonal' && size < seasonalBatches) {
    return [
      {
        code: 'window-too-small',
        text: `a seasonal forecast needs ${seasonalBatches} baseline batches and the window has ${size}, so there is never a verdict. Remedy: a size of ${seasonalBatches} or more, such as 90`,
      },
    ];
  }
  if (!('minBatchSize' in config) || config.minBatchSize <= size) {
    return [];
  }
  return [
    {
      code: 'window-too-small',
      text:
        config.type === 'drift'
          ? `minBatchSize ${config.minBatchSize} is more than the window's ${size} batches, so one missing batch suppresses the verdict. Remedy: at most ${size}`
          : `minBatchSize ${config.minBatchSize} is more than the window's ${size} batches, so there is never a verdict. Remedy: at most ${size}`,
    },
  ];
}

/** How many batches a merged baseline adds up, in words; null where it is one, or as many as the target. */
function summedBatches(baseline: AnalyzerBaseline | null, targetSize: number): string | null {
  switch (baseline?.type) {
    case 'TrailingWindow':
      return baseline.size === targetSize ? null : `${baseline.size}`;
    case 'TimeRange':
      return 'all batches of its range';
    case 'CurrentBatch':
      return targetSize === 1 ? null : '1';
    default:
      return null;
  }
}

function sumLints({ config, targetSize }: Analyzer): readonly Lint[] {
  const isMerged = config.type === 'diff' || config.type === 'comparison' || config.type === 'list_comparison';
  if (!isMerged || !isSum(config.metric) || (config.type !== 'diff' && config.expected !== null)) {
    return [];
  }
  const baseline = baselineOf(config);
  const batches = summedBatches(baseline, targetSize);
  if (batches === null) {
    return [];
  }
  const offset =
    baseline?.type === 'TrailingWindow' && config.type === 'diff' && config.mode === 'pct'
      ? `, about ${Math.round(Math.abs(100 * (1 - targetSize / baseline.size)))} per cent ${targetSize < baseline.size ? 'below' : 'above'} it when nothing has changed`
      : '';
  const plural = targetSize === 1 ? 'batch' : 'batches';
  return [
    {
      code: 'sum-of-batches',
      text:
        `a baseline is merged, so ${config.metric} of ${targetSize} ${plural} is compared with the sum of ${batches}${offset}. ` +
        'Remedy: CurrentBatch with offset 1 or 7, stddev, or a ratio',
    },
  ];
}

function nameOf({ column }: AnalyzerFacts): string {
  return column === undefined ? 'the column' : `"${column}"`;
}

function dataLints(config: AnalyzerConfig, facts: AnalyzerFacts): readonly Lint[] {
  const { distinct = null, largestBinShare = null } = facts;
  const isOfItems =
    config.type === 'frequent_string_comparison' || (config.type === 'drift' && config.metric === 'frequent_items');
  const lints: Lint[] = [];
  if (isOfItems && distinct !== null && distinct > maxDistinctItems) {
    lints.push({
      code: 'high-cardinality',
      text:
        `${nameOf(facts)} has about ${Math.round(distinct)} distinct values and frequent_items holds some ${maxDistinctItems}, ` +
        'so the rest is missing from the comparison. Remedy: the metric histogram for numbers, unique_est, or a coarser column',
    });
  }
  if (
    config.type === 'drift' &&
    config.metric === 'histogram' &&
    config.bins === 'equal_width' &&
    largestBinShare !== null &&
    largestBinShare > dominantBinShare
  ) {
    lints.push({
      code: 'one-bin',
      text:
        `one bin holds ${Math.floor(largestBinShare * 1000) / 10} per cent of ${nameOf(facts)}, probably because of a few far values, ` +
        'so changes inside it are not seen. Remedy: bins equal_mass',
    });
  }
  return lints;
}

/**
 * What of an analyzer is probably not meant. Pure; what needs data is said only where the facts are given.
 *
 * @param facts of one column and target
 */
export function lintAnalyzer(analyzer: Analyzer, facts: AnalyzerFacts = {}): readonly Lint[] {
  return [
    ...windowLints(analyzer.config),
    ...sumLints(analyzer),
    ...thresholdLints(analyzer),
    ...dataLints(analyzer.config, facts),
  ];
}
