import type { AnalyzerMetric } from '../../contract/index.ts';
import type { ClassificationMetrics, ColumnProfile, ModelPerformance, RegressionMetrics } from '../../profile/index.ts';
import { classificationMetrics, columnMetric, regressionMetrics } from '../../profile/index.ts';

/** What a batch, or a window of batches together, says of the whole dataset. */
export interface DatasetEvidence {
  readonly profiles: number;
  readonly columnNames: readonly string[];
  readonly performance: ModelPerformance | null;
  /** Row counts of the columns; empty where no metric of them is asked for. */
  readonly counts: readonly ColumnCount[];
}

/** Rows of one column of a batch. */
export interface ColumnCount {
  readonly column: string;
  readonly isOutput: boolean;
  readonly count: number;
}

/** Metrics for which each column's rows must be counted. */
const ofCounts: ReadonlySet<string> = new Set([
  'column_row_count_sum',
  'shape_row_count',
  'input.count',
  'output.count',
]);

/** True for a metric that is computed from the row counts of all columns. */
export function needsCounts({ name }: AnalyzerMetric): boolean {
  return ofCounts.has(name);
}

/** Rows of a column for `counts`; null when the profile does not say. */
export function countOf(column: ColumnProfile): number | null {
  return columnMetric(column, 'count');
}

/** Rows of the longest column; null without any. */
export function greatestCount(counts: readonly ColumnCount[]): number | null {
  return counts.length === 0 ? null : counts.reduce((most, { count }) => Math.max(most, count), 0);
}

const classificationNames: ReadonlyMap<string, (metrics: ClassificationMetrics) => number> = new Map([
  ['classification.f1', ({ f1 }: ClassificationMetrics) => f1],
  ['classification.precision', ({ precision }: ClassificationMetrics) => precision],
  ['classification.recall', ({ recall }: ClassificationMetrics) => recall],
  ['classification.accuracy', ({ accuracy }: ClassificationMetrics) => accuracy],
  ['classification.fpr', ({ fpr }: ClassificationMetrics) => fpr],
  ['classification.auroc', ({ auroc }: ClassificationMetrics) => auroc],
]);

const regressionNames: ReadonlyMap<string, (metrics: RegressionMetrics) => number> = new Map([
  ['regression.mse', ({ mse }: RegressionMetrics) => mse],
  ['regression.mae', ({ mae }: RegressionMetrics) => mae],
  ['regression.rmse', ({ rmse }: RegressionMetrics) => rmse],
]);

function performanceValue(name: string, performance: ModelPerformance | null): number | null {
  const ofClassification = classificationNames.get(name);
  if (ofClassification !== undefined) {
    const metrics = performance?.classification ? classificationMetrics(performance.classification) : null;
    return metrics === null ? null : ofClassification(metrics);
  }
  const ofRegression = regressionNames.get(name);
  const metrics = performance?.regression ? regressionMetrics(performance.regression) : null;
  return ofRegression === undefined || metrics === null ? null : ofRegression(metrics);
}

/**
 * A metric of the dataset (spec/analyzers.md a.3); null when the batch does not have it. A performance without examples
 * has none: the original says 0 there, as if the model were perfect.
 */
export function datasetValue({ name }: AnalyzerMetric, evidence: DatasetEvidence): number | null {
  const { profiles, columnNames, counts } = evidence;
  switch (name) {
    case 'profile.count':
      return profiles;
    case 'shape_column_count':
      return columnNames.length;
    case 'column_row_count_sum':
      return counts.length === 0 ? null : counts.reduce((sum, { count }) => sum + count, 0);
    case 'shape_row_count':
      return greatestCount(counts);
    case 'input.count':
      return greatestCount(counts.filter(({ isOutput }) => !isOutput));
    case 'output.count':
      return greatestCount(counts.filter(({ isOutput }) => isOutput));
    default:
      return performanceValue(name, evidence.performance);
  }
}
