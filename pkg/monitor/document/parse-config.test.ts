import { metricLookup } from './config-metric.ts';
import { readConfig } from './parse-config.ts';
import { readExample } from './testing/examples.ts';

const schema = {
  columns: new Map(),
  customMetrics: new Map([
    ['late', { label: null, column: 'delay', builtinMetric: 'mean' }],
    ['broken', { label: null, column: 'delay', builtinMetric: 'nothing' }],
    ['count', { label: null, column: 'delay', builtinMetric: 'mean' }],
  ]),
};
const read = (config: unknown) => readExample(config, (reader) => readConfig(reader, metricLookup(schema)));

const baseline = { type: 'TrailingWindow', size: 7 };
const window = { ...baseline, exclusionRanges: [], exclusionSchedule: null };
const range = { start: '2022-01-01T00:00:00Z', end: '2022-01-02T00:00:00Z' };
const rangeMs = { startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 2) };
const stddevParams = {
  enableAlertsFilter: false,
  enableAnomalyReplacement: false,
  enableGrubb: false,
  grubbSignificance: 0.95,
  alpha: 0.05,
  lambdaKeep: 0.5,
};
const order = { p: 1, d: 0, q: 0, P: 2, D: 1, Q: 0, m: 7 };

describe('readConfig', () => {
  it.each([
    [
      { type: 'fixed', metric: 'count', upper: 1 },
      { type: 'fixed', metric: 'count', lower: null, upper: 1, nConsecutive: null },
    ],
    [
      {
        type: 'fixed',
        metric: 'count',
        lower: -1,
        upper: 1,
        nConsecutive: 3,
        version: 1,
        schemaVersion: 1,
        params: {},
      },
      { type: 'fixed', metric: 'count', lower: -1, upper: 1, nConsecutive: 3 },
    ],
    [
      { type: 'fixed', metric: 'count', lower: 1, upper: 1 },
      { type: 'fixed', metric: 'count', lower: 1, upper: 1, nConsecutive: null },
    ],
    // The name stays as it was written.
    [
      { type: 'fixed', metric: 'classification_precision', upper: 1 },
      { type: 'fixed', metric: 'classification_precision', lower: null, upper: 1, nConsecutive: null },
    ],
    [
      { type: 'fixed', metric: 'late', upper: 1 },
      { type: 'fixed', metric: 'late', lower: null, upper: 1, nConsecutive: null },
    ],
    [
      { type: 'diff', metric: 'mean', threshold: 0, baseline },
      { type: 'diff', metric: 'mean', mode: 'abs', threshold: 0, thresholdType: null, baseline: window },
    ],
    [
      { type: 'diff', metric: 'mean', mode: 'pct', threshold: 10, thresholdType: 'upper', baseline },
      { type: 'diff', metric: 'mean', mode: 'pct', threshold: 10, thresholdType: 'upper', baseline: window },
    ],
    [
      { type: 'stddev', metric: 'median', baseline },
      {
        type: 'stddev',
        metric: 'median',
        factor: 3,
        minBatchSize: 3,
        thresholdType: null,
        maxUpperThreshold: null,
        minLowerThreshold: null,
        limitType: 'or',
        baseline: window,
        params: stddevParams,
      },
    ],
    [
      {
        type: 'stddev',
        metric: 'median',
        factor: 1.96,
        minBatchSize: 7,
        thresholdType: 'lower',
        maxUpperThreshold: 5,
        minLowerThreshold: 5,
        limitType: 'and',
        baseline,
        params: {
          enableAlertsFilter: 'TRUE',
          enableAnomalyReplacement: 'true',
          enableGrubb: true,
          grubbSignificance: '0.9',
          alpha: 0.1,
          lambdaKeep: ' 0.2 ',
          seed: '7',
        },
      },
      {
        type: 'stddev',
        metric: 'median',
        factor: 1.96,
        minBatchSize: 7,
        thresholdType: 'lower',
        maxUpperThreshold: 5,
        minLowerThreshold: 5,
        limitType: 'and',
        baseline: window,
        params: {
          enableAlertsFilter: true,
          enableAnomalyReplacement: true,
          enableGrubb: true,
          grubbSignificance: 0.9,
          alpha: 0.1,
          lambdaKeep: 0.2,
        },
      },
    ],
    [
      { type: 'drift', metric: 'histogram', threshold: 0.7, baseline },
      {
        type: 'drift',
        metric: 'histogram',
        algorithm: 'hellinger',
        threshold: 0.7,
        minBatchSize: 1,
        bins: 'equal_width',
        baseline: window,
      },
    ],
    [
      {
        type: 'drift',
        metric: 'Frequent.Items',
        algorithm: 'psi',
        threshold: 0.2,
        minBatchSize: 4,
        bins: 'equal_width',
        baseline,
      },
      {
        type: 'drift',
        metric: 'frequent_items',
        algorithm: 'psi',
        threshold: 0.2,
        minBatchSize: 4,
        bins: 'equal_width',
        baseline: window,
      },
    ],
    [
      { type: 'seasonal', metric: 'count', baseline },
      {
        type: 'seasonal',
        metric: 'count',
        algorithm: 'arima',
        alpha: 0.05,
        minBatchSize: 1,
        stddevTimeRanges: [],
        stddevFactor: 1,
        thresholdType: null,
        maxUpperThreshold: null,
        minLowerThreshold: null,
        order,
        baseline: window,
      },
    ],
    [
      {
        type: 'seasonal',
        metric: 'count',
        algorithm: 'arima',
        alpha: 0.1,
        minBatchSize: 30,
        stddevTimeRanges: [range],
        stddevMaxBatchSize: 30,
        stddevFactor: 2,
        thresholdType: 'upper',
        maxUpperThreshold: 9,
        minLowerThreshold: 1,
        baseline,
        params: { p: '0', d: '1', q: '2', P: '3', D: '0', Q: '4', m: 12, alpha: '0.2' },
      },
      {
        type: 'seasonal',
        metric: 'count',
        algorithm: 'arima',
        alpha: 0.2,
        minBatchSize: 30,
        stddevTimeRanges: [rangeMs],
        stddevFactor: 2,
        thresholdType: 'upper',
        maxUpperThreshold: 9,
        minLowerThreshold: 1,
        order: { p: 0, d: 1, q: 2, P: 3, D: 0, Q: 4, m: 12 },
        baseline: window,
      },
    ],
    [
      { type: 'comparison', metric: 'inferred_data_type', operator: 'eq', baseline },
      { type: 'comparison', metric: 'inferred_data_type', expected: null, baseline: window },
    ],
    [
      { type: 'list_comparison', metric: 'count', expected: [{ int: 1 }, { str: '2' }], baseline },
      {
        type: 'list_comparison',
        metric: 'count',
        operator: 'in',
        expected: [
          { type: 'int', value: 1 },
          { type: 'str', value: '2' },
        ],
        baseline: window,
      },
    ],
    [
      { type: 'list_comparison', metric: 'count', operator: 'not_in', baseline },
      { type: 'list_comparison', metric: 'count', operator: 'not_in', expected: null, baseline: window },
    ],
    [
      { type: 'frequent_string_comparison', metric: 'FREQUENT_ITEMS', operator: 'eq', baseline },
      { type: 'frequent_string_comparison', metric: 'frequent_items', operator: 'eq', baseline: window },
    ],
    [
      { type: 'column_list', metric: 'column_list', baseline },
      { type: 'column_list', metric: 'column_list', mode: 'ON_ADD_AND_REMOVE', exclude: [], baseline: window },
    ],
    [
      { type: 'column_list', metric: 'field_list', mode: 'ON_ADD', exclude: ['a'], baseline },
      { type: 'column_list', metric: 'field_list', mode: 'ON_ADD', exclude: ['a'], baseline: window },
    ],
    [
      { type: 'monotonic', metric: 'count', direction: 'DECREASING' },
      { type: 'monotonic', metric: 'count', numBuckets: 1, direction: 'DECREASING' },
    ],
    [
      { type: 'monotonic', metric: 'count', direction: 'INCREASING', numBuckets: 4 },
      { type: 'monotonic', metric: 'count', numBuckets: 4, direction: 'INCREASING' },
    ],
    [
      { type: 'conjunction', analyzerIds: ['a', 'b'], metric: 'count', version: 1 },
      { type: 'conjunction', analyzerIds: ['a', 'b'] },
    ],
    [{ type: 'disjunction' }, { type: 'disjunction', analyzerIds: [] }],
  ])('reads %j', (config, expected) => {
    expect(read(config)).toEqual({ value: expected, problems: [] });
  });

  it.each([
    ['conjunction', 'and'],
    ['and', 'and'],
    ['disjunction', 'or'],
    ['or', 'or'],
  ])('takes limitType %s for %s', (limitType, expected) => {
    expect(read({ type: 'stddev', metric: 'median', baseline, limitType }).value).toMatchObject({
      limitType: expected,
    });
  });

  it.each([
    // By the metric's type: float, integer, text.
    ['mean', { str: '1', int: 2, float: 3.5 }, { type: 'float', value: 3.5 }],
    ['mean', { str: '1', int: 2 }, { type: 'int', value: 2 }],
    ['mean', { str: '1' }, { type: 'str', value: '1' }],
    ['missingDatapoint', { str: '1', int: 2, float: 3.5 }, { type: 'int', value: 2 }],
    ['missingDatapoint', { str: '1', float: 3.5 }, { type: 'str', value: '1' }],
    ['missingDatapoint', { float: 3.5 }, { type: 'float', value: 3.5 }],
    ['inferred_data_type', { str: '1', int: 2, float: 3.5 }, { type: 'str', value: '1' }],
    ['inferred_data_type', { int: 2, float: 3.5 }, { type: 'int', value: 2 }],
    ['inferred_data_type', { str: '', int: 2 }, { type: 'str', value: '' }],
  ])('of %s expects of %j: %j', (metric, expected, value) => {
    expect(read({ type: 'comparison', metric, expected })).toEqual({
      value: { type: 'comparison', metric, expected: value, baseline: null },
      problems: [],
    });
  });

  it.each([
    [
      { type: 'fixed', metric: 'count' },
      'warning x: there is neither a lower nor an upper bound, so it never alerts. Remedy: add lower, upper or both',
    ],
    [
      { type: 'fixed', metric: 'count', lower: 2, upper: 1 },
      'error x.lower: lower 2 is above upper 1, so every run fails. Remedy: swap them',
    ],
    [
      { type: 'stddev', metric: 'mean', minLowerThreshold: 2, maxUpperThreshold: 1, baseline },
      'error x.minLowerThreshold: minLowerThreshold 2 is above maxUpperThreshold 1, so every run fails. Remedy: swap them',
    ],
    [
      { type: 'seasonal', metric: 'mean', minLowerThreshold: 2, maxUpperThreshold: 1, baseline },
      'error x.minLowerThreshold: minLowerThreshold 2 is above maxUpperThreshold 1, so every run fails. Remedy: swap them',
    ],
    [
      { type: 'drift', metric: 'histogram', algorithm: 'wasserstein', threshold: 1, baseline },
      'note x.algorithm: "wasserstein" is Driftglass\' own; WhyLabs gave no result for it',
    ],
    [
      { type: 'drift', metric: 'frequent_items', algorithm: 'chi_square', threshold: 1, baseline },
      'note x.algorithm: "chi_square" is Driftglass\' own; WhyLabs gave no result for it',
    ],
    [
      { type: 'drift', metric: 'histogram', bins: 'equal_mass', threshold: 1, baseline },
      'note x.bins: "equal_mass" is Driftglass\' own; WhyLabs had bins of equal width alone',
    ],
    [
      { type: 'comparison', metric: 'mean', operator: 'gt', expected: { int: 1 } },
      'warning x.operator: "gt" is ignored, as by WhyLabs\' engine: it tests equality. Remedy: a fixed analyzer with lower or upper',
    ],
    [
      { type: 'comparison', metric: 'mean', expected: { int: 1, in: 2 } },
      'note x.expected.in: this key is unknown; it is kept and has no effect. Remedy: is "int" meant?',
    ],
    [
      { type: 'stddev', metric: 'mean', baseline, params: { enableGrub: 'true' } },
      'note x.params.enableGrub: this key is unknown; it is kept and has no effect. Remedy: is "enableGrubb" meant?',
    ],
    [
      { type: 'seasonal', metric: 'mean', baseline, params: { s: '7' } },
      'note x.params.s: this key is unknown; it is kept and has no effect. Remedy: is "p" meant?',
    ],
    [
      { type: 'fixed', metric: 'count', uper: 1, lower: 0 },
      'note x.uper: this key is unknown; it is kept and has no effect. Remedy: is "upper" meant?',
    ],
  ])('says of %j what is to be said', (config, problem) => {
    expect(read(config).problems).toEqual([problem]);
  });

  it.each(['ks_test', 'wasserstein'])('says that %s of texts fails at every run', (algorithm) => {
    expect(read({ type: 'drift', metric: 'frequent_items', algorithm, threshold: 1, baseline }).problems).toEqual([
      `note x.algorithm: "${algorithm}" is Driftglass' own; WhyLabs gave no result for it`,
      `error x.algorithm: ${algorithm} needs numbers and frequent_items has texts, so every run fails. Remedy: chi_square, or the metric histogram`,
    ]);
    expect(read({ type: 'drift', metric: 'histogram', algorithm, threshold: 1, baseline }).problems).toHaveLength(1);
  });

  const required = 'ConfigMissingRequiredField';
  const types =
    'fixed, diff, stddev, drift, seasonal, comparison, list_comparison, frequent_string_comparison, column_list, monotonic, conjunction, disjunction';

  it.each([
    [{}, 'x.type', 'missing', required, `the type is missing. Remedy: add one of ${types}`],
    [{ type: '' }, 'x.type', 'missing', required, `the type is missing. Remedy: add one of ${types}`],
    [
      { type: 'dritf' },
      'x.type',
      'unsupported',
      'UnknownCalculation',
      '"dritf" is no type of analyzer. Remedy: is "drift" meant?',
    ],
    [
      { type: 'magic' },
      'x.type',
      'unsupported',
      'UnknownCalculation',
      `"magic" is no type of analyzer. Remedy: one of ${types}`,
    ],
    [
      { type: 'experimental' },
      'x.type',
      'unsupported',
      'UnknownCalculation',
      '"experimental" analyzers compute nothing, at WhyLabs either. Remedy: remove it',
    ],
    [
      { type: 'fixed' },
      'x.metric',
      'missing',
      required,
      'the metric is missing. Remedy: add one, such as count_null_ratio',
    ],
    [
      { type: 'fixed', metric: '' },
      'x.metric',
      'missing',
      required,
      'the metric is missing. Remedy: add one, such as count_null_ratio',
    ],
    [
      { type: 'fixed', metric: 'count_nul' },
      'x.metric',
      'unknown-metric',
      'UnknownMetric',
      '"count_nul" is no metric. Remedy: is "count_null" meant?',
    ],
    [
      { type: 'fixed', metric: 'happiness' },
      'x.metric',
      'unknown-metric',
      'UnknownMetric',
      '"happiness" is no metric. Remedy: choose one of the list in docs/compatibility.md',
    ],
    [
      { type: 'fixed', metric: 'unique_upper' },
      'x.metric',
      'unknown-metric',
      'UnknownMetric',
      '"unique_upper" never has a value for analyzers, at WhyLabs either. Remedy: choose another metric',
    ],
    [
      { type: 'fixed', metric: 'broken' },
      'x.metric',
      'unknown-metric',
      'UnknownMetric',
      '"broken" is no metric. Remedy: choose one of the list in docs/compatibility.md',
    ],
    [
      { type: 'fixed', metric: 'mean', upper: 1, nConsecutive: 10_001 },
      'x.nConsecutive',
      'out-of-range',
      'InvalidJson',
      '10001 buckets are more than a target may look at. Remedy: at most 10000',
    ],
    [
      { type: 'diff', metric: 'mean', baseline },
      'x.threshold',
      'missing',
      required,
      'diff needs a threshold. Remedy: add one, such as 10 for 10 per cent with mode pct',
    ],
    [
      { type: 'diff', metric: 'mean', threshold: -1.5, baseline },
      'x.threshold',
      'out-of-range',
      'CalculationException',
      'the threshold -1.5 is negative, and a difference never is. Remedy: 1.5, and thresholdType for one side',
    ],
    [
      { type: 'diff', metric: 'mean', threshold: 1 },
      'x.baseline',
      'missing',
      required,
      'this analyzer needs a baseline. Remedy: add one, such as {"type": "TrailingWindow", "size": 7}',
    ],
    [
      { type: 'drift', metric: 'histogram', baseline },
      'x.threshold',
      'missing',
      required,
      "drift needs a threshold; the engine has no default. Remedy: write it out, such as 0.7, the schema's default",
    ],
    [
      { type: 'drift', metric: 'mean', threshold: 1, baseline },
      'x.metric',
      'unsupported',
      'IncompatibleTypes',
      'drift compares distributions, and "mean" is none. Remedy: histogram for numbers, frequent_items for texts',
    ],
    [
      { type: 'drift', metric: 'histogram', algorithm: 'Hellinger', threshold: 1, baseline },
      'x.algorithm',
      'unknown-value',
      'InvalidJson',
      '"Hellinger" is none of hellinger, jensenshannon, kl_divergence, psi, ks_test, variation_distance, wasserstein, chi_square',
    ],
    [
      { type: 'drift', metric: 'histogram', bins: 'thirty', threshold: 1, baseline },
      'x.bins',
      'unknown-value',
      'InvalidJson',
      '"thirty" is none of equal_width, equal_mass',
    ],
    [
      { type: 'stddev', metric: 'mean', baseline, params: { alpha: 'low' } },
      'x.params.alpha',
      'wrong-type',
      'CalculationException',
      '"low" is no number. Remedy: write it like "1"',
    ],
    [
      { type: 'seasonal', metric: 'mean', baseline, params: { p: '1.5' } },
      'x.params.p',
      'wrong-type',
      'CalculationException',
      '"1.5" is no whole number from 0. Remedy: write it like "1"',
    ],
    [
      { type: 'seasonal', metric: 'mean', baseline, params: { m: '-7' } },
      'x.params.m',
      'wrong-type',
      'CalculationException',
      '"-7" is no whole number from 0. Remedy: write it like "1"',
    ],
    [
      { type: 'seasonal', metric: 'mean', baseline, params: { q: '' } },
      'x.params.q',
      'wrong-type',
      'CalculationException',
      '"" is no number. Remedy: write it like "1"',
    ],
    [
      { type: 'seasonal', metric: 'mean', baseline, params: { q: {} } },
      'x.params.q',
      'wrong-type',
      'CalculationException',
      'an object is no number. Remedy: write it like "1"',
    ],
    [
      { type: 'seasonal', metric: 'mean', algorithm: 'rego', baseline },
      'x.algorithm',
      'unsupported',
      'CalculationException',
      '"rego" is not implemented, at WhyLabs either. Remedy: arima',
    ],
    [
      { type: 'seasonal', metric: 'mean', baseline: { type: 'CurrentBatch', offset: 1 } },
      'x.baseline',
      'unsupported',
      'IncompatibleTypes',
      'seasonal needs a TrailingWindow, not CurrentBatch. Remedy: {"type": "TrailingWindow", "size": 90}',
    ],
    [
      { type: 'comparison', metric: 'mean' },
      'x',
      'missing',
      required,
      'there is neither an expected value nor a baseline to compare with. Remedy: add expected or baseline',
    ],
    [
      { type: 'list_comparison', metric: 'mean' },
      'x',
      'missing',
      required,
      'there is neither an expected value nor a baseline to compare with. Remedy: add expected or baseline',
    ],
    [
      { type: 'comparison', metric: 'mean', expected: {} },
      'x.expected',
      'missing',
      required,
      'the expected value is missing. Remedy: add one of {"str": …}, {"int": …}, {"float": …}',
    ],
    [
      { type: 'list_comparison', metric: 'mean', expected: [{ int: 1 }, {}] },
      'x.expected[1]',
      'missing',
      required,
      'the expected value is missing. Remedy: add one of {"str": …}, {"int": …}, {"float": …}',
    ],
    [
      { type: 'frequent_string_comparison', metric: 'histogram', operator: 'eq', baseline },
      'x.metric',
      'unsupported',
      'IncompatibleTypes',
      'frequent_string_comparison compares texts, and "histogram" has none. Remedy: frequent_items',
    ],
    [
      { type: 'frequent_string_comparison', metric: 'frequent_items', baseline },
      'x.operator',
      'missing',
      required,
      'the operator is missing. Remedy: add one of eq, target_includes_all_baseline, baseline_includes_all_target',
    ],
    [
      { type: 'column_list', metric: 'mean', baseline },
      'x.metric',
      'unsupported',
      'IncompatibleTypes',
      'column_list compares the names of columns, and "mean" is none. Remedy: column_list',
    ],
    [
      { type: 'monotonic', metric: 'count' },
      'x.direction',
      'missing',
      required,
      'monotonic needs a direction; the engine has no default. Remedy: add INCREASING or DECREASING',
    ],
  ])('refuses %j', (config, ...refusal) => {
    expect(read(config).refusal).toEqual(refusal);
  });
});

describe('metricLookup', () => {
  it('knows custom metrics after the built-in ones, as metrics of the dataset', () => {
    expect(metricLookup(schema)('late')).toEqual({ name: 'mean', level: 'dataset', value: 'float' });
    expect(metricLookup(schema)('count')).toEqual({ name: 'count', level: 'column', value: 'float' });
    expect(metricLookup(schema)('broken')).toBeNull();
    expect(metricLookup(null)('late')).toBeNull();
  });
});
