import { type AnalyzerConfig, type AnalyzerType, analyzerTypes, type MonotonicConfig } from '../../contract/index.ts';
import {
  readColumnList,
  readComparison,
  readFrequentStringComparison,
  readListComparison,
} from './config-comparison.ts';
import { type MetricLookup, readMetric } from './config-metric.ts';
import { readDrift, readSeasonal } from './config-model.ts';
import { readDiff, readFixed, readStddev } from './config-threshold.ts';
import type { DocumentReader } from './document-reader.ts';
import { Refusal, missing } from './refusal.ts';
import { similarKey } from './similar-key.ts';

function readMonotonic(reader: DocumentReader, metricOf: MetricLookup): MonotonicConfig {
  const { name } = readMetric(reader, metricOf);
  const direction = reader.oneOf('direction', ['INCREASING', 'DECREASING']);
  if (direction === null) {
    throw missing(
      reader.pathOf('direction'),
      'monotonic needs a direction; the engine has no default. Remedy: add INCREASING or DECREASING'
    );
  }
  return { type: 'monotonic', metric: name, numBuckets: reader.integer('numBuckets') ?? 1, direction };
}

function readComposite(reader: DocumentReader, type: 'conjunction' | 'disjunction'): AnalyzerConfig {
  reader.skip('metric');
  return { type, analyzerIds: reader.texts('analyzerIds') ?? [] };
}

function readType(reader: DocumentReader): AnalyzerType {
  const text = reader.text('type');
  if (text === null || text === '') {
    throw missing(reader.pathOf('type'), `the type is missing. Remedy: add one of ${analyzerTypes.join(', ')}`);
  }
  const type = analyzerTypes.find((known) => known === text);
  if (type === undefined) {
    const similar = similarKey(text, analyzerTypes);
    throw new Refusal(
      reader.pathOf('type'),
      'unsupported',
      'UnknownCalculation',
      text === 'experimental'
        ? '"experimental" analyzers compute nothing, at WhyLabs either. Remedy: remove it'
        : `"${text}" is no type of analyzer. Remedy: ${similar === null ? `one of ${analyzerTypes.join(', ')}` : `is "${similar}" meant?`}`
    );
  }
  return type;
}

function readByType(reader: DocumentReader, type: AnalyzerType, metricOf: MetricLookup): AnalyzerConfig {
  switch (type) {
    case 'fixed':
      return readFixed(reader, metricOf);
    case 'diff':
      return readDiff(reader, metricOf);
    case 'stddev':
      return readStddev(reader, metricOf);
    case 'drift':
      return readDrift(reader, metricOf);
    case 'seasonal':
      return readSeasonal(reader, metricOf);
    case 'comparison':
      return readComparison(reader, metricOf);
    case 'list_comparison':
      return readListComparison(reader, metricOf);
    case 'frequent_string_comparison':
      return readFrequentStringComparison(reader, metricOf);
    case 'column_list':
      return readColumnList(reader, metricOf);
    case 'monotonic':
      return readMonotonic(reader, metricOf);
    case 'conjunction':
    case 'disjunction':
      return readComposite(reader, type);
  }
}

/**
 * Reads an analyzer's `config` (spec/monitor-config.md 5).
 *
 * @throws Refusal with the failure type that the analyzer's results would have
 */
export function readConfig(reader: DocumentReader, metricOf: MetricLookup): AnalyzerConfig {
  const type = readType(reader);
  // The engine reads these and does nothing with them.
  reader.skip('schemaVersion', 'version', 'params');
  const config = readByType(reader, type, metricOf);
  reader.noteUnknownKeys();
  return config;
}
