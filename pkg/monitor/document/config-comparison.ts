import type {
  AnalyzerMetricValue,
  ColumnListConfig,
  ComparisonConfig,
  ExpectedValue,
  FrequentStringComparisonConfig,
  ListComparisonConfig,
} from '../../contract/index.ts';
import { type MetricLookup, readMetric } from './config-metric.ts';
import type { DocumentReader } from './document-reader.ts';
import { needBaseline, readBaseline } from './parse-baseline.ts';
import { Refusal, missing } from './refusal.ts';

/** In which order the engine looks at the keys of an expected value, by the metric's type (spec/analyzers.md b.7). */
function expectedKeys(value: AnalyzerMetricValue): readonly ExpectedValue['type'][] {
  switch (value) {
    case 'float':
      return ['float', 'int', 'str'];
    case 'integer':
      return ['int', 'str', 'float'];
    default:
      return ['str', 'int', 'float'];
  }
}

function readExpected(reader: DocumentReader, value: AnalyzerMetricValue): ExpectedValue {
  reader.skip('str', 'int', 'float');
  reader.noteUnknownKeys();
  for (const key of expectedKeys(value)) {
    if (key === 'str') {
      const text = reader.text(key);
      if (text !== null) {
        return { type: key, value: text };
      }
      continue;
    }
    const number = key === 'int' ? reader.integer(key) : reader.number(key);
    if (number !== null) {
      return { type: key, value: number };
    }
  }
  throw missing(reader.path, 'the expected value is missing. Remedy: add one of {"str": …}, {"int": …}, {"float": …}');
}

function neither(reader: DocumentReader): Refusal {
  return missing(
    reader.path,
    'there is neither an expected value nor a baseline to compare with. Remedy: add expected or baseline'
  );
}

/** Reads the config of a comparison. @throws Refusal as readConfig */
export function readComparison(reader: DocumentReader, metricOf: MetricLookup): ComparisonConfig {
  const { name, metric } = readMetric(reader, metricOf);
  const operator = reader.oneOf('operator', ['eq', 'gt', 'lt', 'ge', 'le']) ?? 'eq';
  if (operator !== 'eq') {
    reader.add(
      'warning',
      'operator',
      'lenient',
      `"${operator}" is ignored, as by WhyLabs' engine: it tests equality. Remedy: a fixed analyzer with lower or upper`
    );
  }
  const expected = reader.object('expected');
  const baseline = readBaseline(reader);
  if (expected === null && baseline === null) {
    throw neither(reader);
  }
  return {
    type: 'comparison',
    metric: name,
    expected: expected === null ? null : readExpected(expected, metric.value),
    baseline,
  };
}

/** Reads the config of a list_comparison. @throws Refusal as readConfig */
export function readListComparison(reader: DocumentReader, metricOf: MetricLookup): ListComparisonConfig {
  const { name, metric } = readMetric(reader, metricOf);
  const expected = reader.objects('expected')?.map((entry) => readExpected(entry, metric.value)) ?? null;
  const baseline = readBaseline(reader);
  if (expected === null && baseline === null) {
    throw neither(reader);
  }
  return {
    type: 'list_comparison',
    metric: name,
    operator: reader.oneOf('operator', ['in', 'not_in']) ?? 'in',
    expected,
    baseline,
  };
}

const frequentStringOperators = ['eq', 'target_includes_all_baseline', 'baseline_includes_all_target'] as const;

/** Reads the config of a frequent_string_comparison. @throws Refusal as readConfig */
export function readFrequentStringComparison(
  reader: DocumentReader,
  metricOf: MetricLookup
): FrequentStringComparisonConfig {
  const { name: written, metric } = readMetric(reader, metricOf);
  const { name } = metric;
  if (name !== 'frequent_items') {
    throw new Refusal(
      reader.pathOf('metric'),
      'unsupported',
      'IncompatibleTypes',
      `frequent_string_comparison compares texts, and "${written}" has none. Remedy: frequent_items`
    );
  }
  const operator = reader.oneOf('operator', frequentStringOperators);
  if (operator === null) {
    throw missing(
      reader.pathOf('operator'),
      `the operator is missing. Remedy: add one of ${frequentStringOperators.join(', ')}`
    );
  }
  return { type: 'frequent_string_comparison', metric: name, operator, baseline: needBaseline(reader) };
}

/** Reads the config of a column_list. @throws Refusal as readConfig */
export function readColumnList(reader: DocumentReader, metricOf: MetricLookup): ColumnListConfig {
  const { name, metric } = readMetric(reader, metricOf);
  if (metric.name !== 'column_list') {
    throw new Refusal(
      reader.pathOf('metric'),
      'unsupported',
      'IncompatibleTypes',
      `column_list compares the names of columns, and "${name}" is none. Remedy: column_list`
    );
  }
  return {
    type: 'column_list',
    metric: name === 'field_list' ? name : 'column_list',
    mode: reader.oneOf('mode', ['ON_ADD_AND_REMOVE', 'ON_ADD', 'ON_REMOVE']) ?? 'ON_ADD_AND_REMOVE',
    exclude: reader.texts('exclude') ?? [],
    baseline: needBaseline(reader),
  };
}
