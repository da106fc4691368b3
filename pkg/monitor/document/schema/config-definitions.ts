import {
  byType,
  closed,
  integer,
  list,
  number,
  oneOf,
  ref,
  type Schema,
  schemaLimits,
  shortText,
  text,
} from './schema-parts.ts';

const shared = {
  schemaVersion: integer('Not needed.'),
  params: ref('Params'),
};

/** The config of one type of analyzer, with a metric. */
function config(
  type: string,
  description: string,
  properties: Record<string, Schema>,
  required: readonly string[] = [],
  metric: Schema = shortText('What is measured, such as count_null_ratio.')
): Schema {
  return closed(description, { type: { const: type }, metric, ...shared, ...properties }, [
    'type',
    'metric',
    ...required,
  ]);
}

const thresholdType = ref('ThresholdType');
const baseline = ref('Baseline');
const minBatchSize = (value: number): Schema =>
  integer('Baseline batches that must have the metric.', { minimum: 1, default: value });
const staticBounds = {
  maxUpperThreshold: number('The upper bound is never above this.'),
  minLowerThreshold: number('The lower bound is never below this.'),
};

function composite(type: string, description: string): Schema {
  return closed(
    description,
    {
      type: { const: type },
      analyzerIds: list('Its children.', text('The id of an analyzer.'), schemaLimits.children.max, {
        minItems: schemaLimits.children.min,
      }),
    },
    ['type', 'analyzerIds']
  );
}

/** `config`, one definition for each type of analyzer. */
export const configDefinitions: Readonly<Record<string, Schema>> = {
  FixedConfig: config('fixed', 'Bounds that are given.', {
    upper: number('A value above it alerts.'),
    lower: number('A value below it alerts.'),
    nConsecutive: integer('So many breaches in a row before it alerts.', { minimum: 1 }),
  }),
  DiffConfig: config(
    'diff',
    'The difference from the baseline.',
    {
      mode: oneOf('abs: in units; pct: in per cent of the baseline.', ['abs', 'pct']),
      threshold: number('A difference above it alerts.', { minimum: 0 }),
      thresholdType,
      baseline,
    },
    ['mode', 'threshold', 'baseline']
  ),
  StddevConfig: config(
    'stddev',
    'Bounds from the mean and standard deviation of the baseline.',
    {
      factor: number('Standard deviations from the mean.', { default: 3 }),
      minBatchSize: minBatchSize(3),
      thresholdType,
      ...staticBounds,
      limitType: oneOf('How the static bounds combine with the computed ones.', ['or', 'and'], { default: 'or' }),
      baseline,
    },
    ['baseline']
  ),
  DriftConfig: config(
    'drift',
    'The distance between two distributions.',
    {
      algorithm: oneOf(
        'The distance. ks_test, variation_distance, wasserstein and chi_square are of Driftglass.',
        [
          'hellinger',
          'jensenshannon',
          'kl_divergence',
          'psi',
          'ks_test',
          'variation_distance',
          'wasserstein',
          'chi_square',
        ],
        { default: 'hellinger' }
      ),
      threshold: number('A distance above it alerts. Write it out: the engine has no default.', { default: 0.7 }),
      minBatchSize: minBatchSize(1),
      bins: oneOf('Bins of a histogram; equal_mass is of Driftglass.', ['equal_width', 'equal_mass'], {
        default: 'equal_width',
      }),
      baseline,
    },
    ['baseline'],
    oneOf('histogram for numbers, frequent_items for texts.', ['histogram', 'frequent_items'])
  ),
  SeasonalConfig: config(
    'seasonal',
    'Bounds of a forecast.',
    {
      algorithm: oneOf('The model.', ['arima'], { default: 'arima' }),
      alpha: number('1 - confidence of the interval; lower is wider.', { default: 0.05 }),
      minBatchSize: minBatchSize(1),
      stddevTimeRanges: list('Events.', ref('TimeRange'), schemaLimits.entries, { default: [] }),
      stddevMaxBatchSize: integer('Not used.'),
      stddevFactor: number('Narrows the interval to so many standard deviations.', { default: 1 }),
      ...staticBounds,
      thresholdType,
      baseline: ref('WindowBaseline'),
    },
    ['baseline']
  ),
  ComparisonConfig: config('comparison', 'Equality with a value or with the baseline.', {
    operator: oneOf('Equality, whatever stands here.', ['eq', 'gt', 'lt', 'ge', 'le'], { default: 'eq' }),
    expected: ref('ExpectedValue'),
    baseline,
  }),
  ListComparisonConfig: config(
    'list_comparison',
    'Whether the value is one of a list.',
    {
      operator: oneOf('in: alerts when it is none of them.', ['in', 'not_in']),
      expected: list('The list.', ref('ExpectedValue')),
      baseline,
    },
    ['operator']
  ),
  FrequentStringComparisonConfig: config(
    'frequent_string_comparison',
    'The sets of frequent texts of target and baseline.',
    {
      operator: oneOf('What must hold.', ['eq', 'target_includes_all_baseline', 'baseline_includes_all_target']),
      baseline,
    },
    ['operator', 'baseline'],
    { const: 'frequent_items' }
  ),
  ColumnListConfig: config(
    'column_list',
    'Columns that came or went.',
    {
      mode: oneOf('What alerts.', ['ON_ADD_AND_REMOVE', 'ON_ADD', 'ON_REMOVE'], { default: 'ON_ADD_AND_REMOVE' }),
      exclude: list('Names left out.', text('An exact name.')),
      baseline,
    },
    ['baseline'],
    oneOf('Both names mean the same.', ['column_list', 'field_list'])
  ),
  MonotonicConfig: config(
    'monotonic',
    'Steps in one direction.',
    {
      numBuckets: integer('So many steps alert.', { minimum: 1, default: 1 }),
      direction: oneOf('Which steps count. Write it out: the engine has no default.', ['INCREASING', 'DECREASING']),
    },
    ['direction']
  ),
  ConjunctionConfig: composite('conjunction', 'Alerts when all children do.'),
  DisjunctionConfig: composite('disjunction', 'Alerts when one child does.'),
  Config: byType(
    'The analysis.',
    'FixedConfig',
    'DiffConfig',
    'StddevConfig',
    'DriftConfig',
    'SeasonalConfig',
    'ComparisonConfig',
    'ListComparisonConfig',
    'FrequentStringComparisonConfig',
    'ColumnListConfig',
    'MonotonicConfig',
    'ConjunctionConfig',
    'DisjunctionConfig'
  ),
};
