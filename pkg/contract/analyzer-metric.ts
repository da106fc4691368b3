/**
 * The metrics that a monitor document's analyzers can name (spec/analyzers.md a.2, a.3), and what kind of value each
 * has. `always-null` metrics exist by name in WhyLabs' engine and never have a value.
 */
export type AnalyzerMetricValue = 'float' | 'integer' | 'string' | 'boolean' | 'histogram' | 'frequent_items' | 'names';

export interface AnalyzerMetric {
  /** The document's spelling of the name, such as `classification.f1`. */
  readonly name: string;
  readonly level: 'column' | 'dataset' | 'both';
  readonly value: AnalyzerMetricValue;
}

const columnFloats = [
  'count',
  ...['null', 'bool', 'integral', 'fractional', 'string'].flatMap((type) => [`count_${type}`, `count_${type}_ratio`]),
  'mean',
  'stddev',
  'min',
  'max',
  'median',
  ...[5, 25, 75, 90, 95, 99].map((percentage) => `quantile_${percentage}`),
  'unique_est',
  'unique_est_ratio',
] as const;

const datasetFloats = [
  ...['f1', 'precision', 'recall', 'accuracy', 'fpr', 'auroc'].map((name) => `classification.${name}`),
  ...['mse', 'mae', 'rmse'].map((name) => `regression.${name}`),
  'profile.count',
  'column_row_count_sum',
  'shape_column_count',
  'shape_row_count',
  'input.count',
  'output.count',
] as const;

function metrics(names: readonly string[], level: AnalyzerMetric['level'], value: AnalyzerMetricValue) {
  return names.map((name): AnalyzerMetric => ({ name, level, value }));
}

/** All metrics that have values. */
export const analyzerMetrics: readonly AnalyzerMetric[] = [
  ...metrics(columnFloats, 'column', 'float'),
  ...metrics(datasetFloats, 'dataset', 'float'),
  ...metrics(['secondsSinceLastUpload'], 'dataset', 'integer'),
  ...metrics(['missingDatapoint'], 'both', 'integer'),
  ...metrics(['histogram'], 'column', 'histogram'),
  ...metrics(['frequent_items'], 'column', 'frequent_items'),
  ...metrics(['inferred_data_type'], 'column', 'string'),
  ...metrics(['discrete'], 'column', 'boolean'),
  ...metrics(['column_list'], 'dataset', 'names'),
];

/** Other spellings that the engine or the toolkit take for the same metric. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['field_list', 'column_list'],
  ['classification_auc', 'classification.auroc'],
]);

/**
 * The metric of a name as WhyLabs' engine matches it: `.` counts as `_`, then exactly, then in any case.
 *
 * @returns null for a name that is none, and for one whose value is always null there (unique_upper, variance, …)
 */
export function analyzerMetric(name: string): AnalyzerMetric | null {
  const plain = (text: string): string => text.replaceAll('.', '_');
  const wanted = plain(aliases.get(plain(name).toLowerCase()) ?? name);
  return (
    analyzerMetrics.find((metric) => plain(metric.name) === wanted) ??
    analyzerMetrics.find((metric) => plain(metric.name).toLowerCase() === wanted.toLowerCase()) ??
    null
  );
}
