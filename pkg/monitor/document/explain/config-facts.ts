import { active, corrected, ignored, isOneOf, type KeyFacts, same, type ShapeFacts, when } from './fact.ts';
import { metric } from './metric-facts.ts';

/** Keys of every kind of config, and what most kinds make of them. */
export const commonConfig = {
  name: 'config, keys of all types',
  keys: {
    type: same('Chooses the calculation.'),
    metric,
    schemaVersion: ignored('Read by nothing.'),
    version: ignored("Read by nothing; WhyLabs' schema does not allow it, so an editor refuses to save it."),
    params: ignored('Read by stddev and seasonal alone.'),
    baseline: same('See the kinds of baseline.'),
  },
} as const satisfies ShapeFacts;

const common = commonConfig.keys;
const noBaseline = ignored('This type of analyzer has none.');

/** Of the analyzers that need three batches of a window, and say so nowhere (spec/analyzers.md b.1). */
const baselineOfThree = corrected(
  'See the kinds of baseline. Three batches of a window must have the metric, one of a reference. WhyLabs looked whether the target had it, and so counted batches without.'
);

/** The suppression test (spec/analyzers.md b.1). */
const minBatchSize = corrected(
  'Baseline batches in which the metric exists are counted. WhyLabs looked whether the target had it, and so counted batches without.'
);

const thresholdType = same('One side of the bounds; absent: both.');

function isCrossed(object: Readonly<Record<string, unknown>>): boolean {
  const { lower, upper } = object;
  return typeof lower === 'number' && typeof upper === 'number' && lower > upper;
}

function fixedBound(side: 'above' | 'below'): KeyFacts {
  return [
    when(
      'lower above upper',
      (_value, { object }) => isCrossed(object),
      corrected('Every run fails: no value lies within. At WhyLabs every value alerted.')
    ),
    ...same(`Alerts strictly ${side} it; whole numbers for missingDatapoint and secondsSinceLastUpload.`),
  ];
}

function expected(values: string): KeyFacts {
  return [
    when(
      'Infinity as a text',
      (value) => /"[-+]?Infinity"/.test(JSON.stringify(value)),
      corrected('An infinite value is equal to itself alone. At WhyLabs every number was equal to it.')
    ),
    ...same(values),
  ];
}

/** The kinds of config, by their type; both composites are one. */
export const configShapes = {
  fixed: {
    name: 'config of fixed',
    keys: {
      ...common,
      baseline: noBaseline,
      lower: fixedBound('below'),
      upper: fixedBound('above'),
      nConsecutive: active(
        "Alerts after so many breaches in a row, gaps between them allowed. WhyLabs' runs never reached this code."
      ),
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
      maxUpperThreshold: same('The upper bound is never above it; with limitType and never below it.'),
      minLowerThreshold: same('The lower bound is never below it; with limitType and never above it.'),
      limitType: same('or where absent; and: both the static and the computed bound must be crossed.'),
    },
  },
  drift: {
    name: 'config of drift',
    keys: {
      ...common,
      metric: [
        when(
          'histogram',
          (value) => typeof value === 'string' && value.toLowerCase() === 'histogram',
          corrected(
            'Where neither side has numbers there is no result; WhyLabs had the distance 0. Numbers on one side alone: the distance 1, as there.'
          )
        ),
        ...same('frequent_items: where a side has no texts there is no distance and no alert.'),
      ],
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
        'The same model, fitted to its optimum on a scaled series; WhyLabs stopped after 50 steps on raw units, so bounds of very large or small values differ. Replacements are drawn from a seed.'
      ),
      params: same('See the params of seasonal.'),
      algorithm: same('arima; others fail there and here.'),
      alpha: same('0.05 where absent. Lower is wider; the guide says the opposite.'),
      minBatchSize: corrected(
        'Counts as in the other analyzers; 1 where absent. With fewer than 30 baseline buckets the failure is InsufficientBaseline; WhyLabs failed with CalculationException.'
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
      stddevFactor: same(
        'Narrows the interval to so many standard deviations; 1 where absent. A small one can leave the lower bound above the upper: every value alerts then.'
      ),
      thresholdType,
      maxUpperThreshold: same('The upper bound is never above it.'),
      minLowerThreshold: same('The lower bound is never below it.'),
    },
  },
  comparison: {
    name: 'config of comparison',
    keys: {
      ...common,
      baseline: baselineOfThree,
      operator: [
        when(
          'gt, lt, ge, le',
          isOneOf('gt', 'lt', 'ge', 'le'),
          ignored('Equality is tested whatever stands here; a warning says so.')
        ),
        { verdict: 'same', text: 'Equality, to the last place of a floating-point number.' },
      ],
      expected: expected("Taken before the baseline; converted to the metric's type."),
    },
  },
  list_comparison: {
    name: 'config of list_comparison',
    keys: {
      ...common,
      baseline: baselineOfThree,
      operator: same('in where absent.'),
      expected: expected("Taken before the baseline; converted to the metric's type."),
    },
  },
  frequent_string_comparison: {
    name: 'config of frequent_string_comparison',
    keys: {
      ...common,
      baseline: baselineOfThree,
      metric: same('frequent_items.'),
      operator: same('Sets of texts, cut to 128 characters; counts are of no account.'),
    },
  },
  column_list: {
    name: 'config of column_list',
    keys: {
      ...common,
      baseline: corrected(
        'See the kinds of baseline. Its newest batch is compared; where that one is missing the failure is InsufficientBaseline. At WhyLabs every column then looked added.'
      ),
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
      baseline: noBaseline,
      numBuckets: same('Alerts from so many steps; 1 where absent. Missing batches are no breaks.'),
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
      analyzerIds: active(
        'The children run as usual; their verdicts are combined. A child without a verdict that decides the matter gives a failure, not 0.'
      ),
    },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;
