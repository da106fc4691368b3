import { type AnalyzerMetric, analyzerMetric, analyzerMetrics } from '../../contract/index.ts';
import type { DocumentReader } from './document-reader.ts';
import type { EntitySchema } from './entity.ts';
import { Refusal, missing } from './refusal.ts';
import { similarKey } from './similar-key.ts';

/** Names that WhyLabs' schema or engine has, and that never have a value there. */
const emptyNames: ReadonlySet<string> = new Set([
  'variance',
  'unique_lower',
  'unique_lower_ratio',
  'unique_upper',
  'unique_upper_ratio',
  'continuous',
  'input_count',
  'output_count',
  'profile.first_ingestion_time',
  'profile.last_ingestion_time',
  'mostRecentDatasetTs',
  'mostRecentDatasetDatalakeWriteTs',
]);

/** The metric of a name; null for one that is none. */
export type MetricLookup = (name: string) => AnalyzerMetric | null;

/** The built-in metrics, and after them the entity schema's own, which are of the dataset. */
export function metricLookup(schema: EntitySchema | null): MetricLookup {
  return (name) => {
    const custom = schema?.customMetrics.get(name);
    const builtin = custom === undefined ? null : analyzerMetric(custom.builtinMetric);
    return analyzerMetric(name) ?? (builtin === null ? null : { ...builtin, level: 'dataset' });
  };
}

/**
 * The metric that `metric` names.
 *
 * @throws Refusal ConfigMissingRequiredField where it is absent, UnknownMetric for a name without values
 */
export function readMetric(
  reader: DocumentReader,
  metricOf: MetricLookup
): { readonly name: string; readonly metric: AnalyzerMetric } {
  const name = reader.text('metric');
  if (name === null || name === '') {
    throw missing(reader.pathOf('metric'), 'the metric is missing. Remedy: add one, such as count_null_ratio');
  }
  const metric = metricOf(name);
  if (metric !== null) {
    return { name, metric };
  }
  const similar = similarKey(
    name,
    analyzerMetrics.map((known) => known.name)
  );
  throw new Refusal(
    reader.pathOf('metric'),
    'unknown-metric',
    'UnknownMetric',
    emptyNames.has(name)
      ? `"${name}" never has a value for analyzers, at WhyLabs either. Remedy: choose another metric`
      : `"${name}" is no metric. Remedy: ${similar === null ? 'choose one of the list in docs/compatibility.md' : `is "${similar}" meant?`}`
  );
}
