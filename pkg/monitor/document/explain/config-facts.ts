import { active, corrected, ignored, isOneOf, type KeyFacts, same, type ShapeFacts, when } from './fact.ts';

const derivedMetrics = [
  'profile.count',
  'column_row_count_sum',
  'shape_column_count',
  'shape_row_count',
  'input.count',
  'output.count',
] as const;

const emptyMetrics = [
  'variance',
  'unique_lower',
  'unique_lower_ratio',
  'unique_upper',
  'unique_upper_ratio',
  'profile.first_ingestion_time',
  'profile.last_ingestion_time',
] as const;

const metric: KeyFacts = [
  when(
    derivedMetrics.join(', '),
    isOneOf(...derivedMetrics),
    active("In WhyLabs' schema alone; the analyzer was left out. Computed here.")
  ),
  when(
    emptyMetrics.join(', '),
    isOneOf(...emptyMetrics),
    ignored('It never had a value; the analyzer is left out, with an error.')
  ),
  when(
    'mean, stddev',
    isOneOf('mean', 'stddev'),
    corrected(
      'Only rows with a number count. WhyLabs counted null rows as values, so the deviation of a column with nulls was a little low.'
    )
  ),
  when(
    'a custom metric of the entitySchema',
    (value, { customMetrics }) => typeof value === 'string' && customMetrics.has(value),
    active('The engine knew built-in names alone. Its column and built-in metric are evaluated here.')
  ),
  { verdict: 'same', text: 'Names match as there: exactly, then in any case, with "." for "_".' },
];

const common = {
  type: same('Chooses the calculation.'),
  metric,
  schemaVersion: ignored('Read by nothing.'),
  version: ignored("Read by nothing; WhyLabs' schema does not allow it, so an editor refuses to save it."),
  params: ignored('This type of analyzer reads none.'),
  baseline: same('See the kinds of baseline.'),
} as const;

const thresholdType = same('One side of the bounds; absent: both.');
const staticBounds = {
  maxUpperThreshold: same('The upper bound is never above it.'),
  minLowerThreshold: same('The lower bound is never below it.'),
};

/** The suppression test (spec/analyzers.md b.1). */
const minBatchSize = corrected(
  'Baseline batches in which the metric exists are counted. WhyLabs looked whether the target had it, and so counted batches without.'
);

const chain =
  'Earlier results are found again from fixed points in time instead of being read from a store, so results at the very beginning may differ.';

export const configShapes = {
  fixed: {
    name: 'config of fixed',
    keys: {
      ...common,
      lower: same('Alerts strictly below it; whole numbers for missingDatapoint and secondsSinceLastUpload.'),
      upper: same('Alerts strictly above it; whole numbers for missingDatapoint and secondsSinceLastUpload.'),
      nConsecutive: active("Alerts after so many breaches in a row. WhyLabs' runs never reached this code."),
    },
  },
  diff: {
    name: 'config of diff',
    keys: {
      ...common,
      mode: same('abs or pct; abs where absent.'),
      threshold: same(
        'Alerts when the difference is strictly above it. A baseline of several batches is merged: counts are summed.'
      ),
      thresholdType,
    },
  },
  stddev: {
    name: 'config of stddev',
    keys: {
      ...common,
      params: same('See the params of stddev.'),
      factor: same('Standard deviations on either side of the mean; 3 where absent.'),
      minBatchSize,
      thresholdType,
      ...staticBounds,
      limitType: same('or, and; disjunction and conjunction mean the same.'),
    },
  },
  drift: {
    name: 'config of drift',
    keys: {
      ...common,
      metric: same('histogram or frequent_items.'),
      algorithm: [
        when(
          'ks_test, variation_distance',
          isOneOf('ks_test', 'variation_distance'),
          active('In the engine\'s list, where it fails as "not implemented". Computed here.')
        ),
        when('wasserstein, chi_square', isOneOf('wasserstein', 'chi_square'), [
          { verdict: 'better, named option', text: "Driftglass' own." },
        ]),
        {
          verdict: 'same',
          text: 'hellinger, jensenshannon, kl_divergence, psi by the same formulas; hellinger where absent.',
        },
      ],
      threshold: same('Alerts when the distance is strictly above it. Must be written out: the engine has no default.'),
      minBatchSize,
      bins: [
        when('equal_mass', isOneOf('equal_mass'), [
          { verdict: 'better, named option', text: "Driftglass' own: each bin has the same share of the baseline." },
        ]),
        { verdict: 'same', text: "30 bins of equal width over both sides, as WhyLabs'. The key is Driftglass' own." },
      ],
    },
  },
  seasonal: {
    name: 'config of seasonal',
    keys: {
      ...common,
      type: corrected(
        'The same model, fitted to its optimum on a scaled series; WhyLabs stopped after 50 steps on raw units, so bounds of very large or small values differ.'
      ),
      params: same('See the params of seasonal.'),
      algorithm: same('arima; others fail there and here.'),
      alpha: same('Lower is wider. The guide says the opposite.'),
      minBatchSize: corrected(
        'Counts as in the other analyzers. With fewer than 30 baseline batches the failure is InsufficientBaseline; WhyLabs failed with CalculationException.'
      ),
      stddevTimeRanges: [
        when(
          'granularity other than daily',
          (_value, { granularity }) => granularity !== 'daily',
          corrected(
            'The target lies one batch after the baseline. WhyLabs always took one day, and so missed or invented events.'
          )
        ),
        { verdict: 'same', text: 'Cut to whole UTC days.' },
      ],
      stddevMaxBatchSize: ignored('Passed on and never used.'),
      stddevFactor: same('Narrows the interval to so many standard deviations.'),
      thresholdType,
      ...staticBounds,
    },
  },
  comparison: {
    name: 'config of comparison',
    keys: {
      ...common,
      operator: [
        when(
          'gt, lt, ge, le',
          isOneOf('gt', 'lt', 'ge', 'le'),
          ignored('Equality is tested whatever stands here; a warning says so.')
        ),
        { verdict: 'same', text: 'Equality, to the last place of a floating-point number.' },
      ],
      expected: same("Taken before the baseline; converted to the metric's type."),
    },
  },
  list_comparison: {
    name: 'config of list_comparison',
    keys: {
      ...common,
      operator: same('in where absent.'),
      expected: same("Taken before the baseline; converted to the metric's type."),
    },
  },
  frequent_string_comparison: {
    name: 'config of frequent_string_comparison',
    keys: {
      ...common,
      metric: same('frequent_items.'),
      operator: same('Sets of texts, cut to 128 characters; counts are of no account.'),
    },
  },
  column_list: {
    name: 'config of column_list',
    keys: {
      ...common,
      metric: [
        when(
          'column_list',
          isOneOf('column_list'),
          active('The schema demands this name and the engine did not know it: the analyzer never ran. It runs here.')
        ),
        { verdict: 'same', text: "field_list, the engine's name." },
      ],
      mode: same('ON_ADD_AND_REMOVE where absent.'),
      exclude: same('Exact names; described as patterns there, and not treated so.'),
    },
  },
  monotonic: {
    name: 'config of monotonic',
    keys: {
      ...common,
      numBuckets: same('Alerts from so many steps; 1 where absent.'),
      direction: same('Must be written out: the engine has no default.'),
    },
  },
  composite: {
    name: 'config of conjunction and disjunction',
    keys: {
      type: active('WhyLabs had the code that combines the children and never called it.'),
      schemaVersion: common.schemaVersion,
      version: common.version,
      params: common.params,
      metric: ignored('A composite measures nothing itself.'),
      analyzerIds: active('The children run as usual; their verdicts are combined.'),
    },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;

const order = same('Order of the model.');

export const paramsShapes = {
  stddev: {
    name: 'params of stddev',
    keys: {
      enableAlertsFilter: corrected(`Leaves out baseline batches that alerted. ${chain}`),
      enableAnomalyReplacement: corrected(
        `Replaces anomalous baseline values. The numbers are drawn from a seed, around the mean; WhyLabs drew them at random, always above it. ${chain}`
      ),
      enableGrubb: same("Removes outliers by Grubbs' test."),
      grubbSignificance: same('0.95 where absent.'),
      alpha: same('Spread of replacements; 0.05 where absent.'),
      lambdaKeep: same('Share of the measured value in a replacement; 0.5 where absent.'),
      seed: corrected(
        'Not read: the seed is dataset, column, segment, batch and analyzer, so that a result is always the same.'
      ),
    },
  },
  seasonal: {
    name: 'params of seasonal',
    keys: {
      p: order,
      d: order,
      q: order,
      P: order,
      D: order,
      Q: order,
      m: corrected('Sets the period alone. WhyLabs set alpha to the same number too.'),
      alpha: same("Overrides the config's alpha."),
    },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;
