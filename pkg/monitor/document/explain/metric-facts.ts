import { active, corrected, ignored, isOneOf, type KeyFacts, when } from './fact.ts';

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

const ofMoments = ['mean', 'stddev'] as const;
const ofRegression = ['regression.mse', 'regression.mae', 'regression.rmse'] as const;

/** The `metric` of the analyzers that take any. */
export const metric: KeyFacts = [
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
    ofMoments.join(', '),
    isOneOf(...ofMoments),
    corrected(
      'Only rows with a number count. WhyLabs counted null rows as values, so the deviation of a column with nulls was a little low.'
    )
  ),
  when(
    ofRegression.join(', '),
    isOneOf(...ofRegression),
    corrected('A batch without examples has no value. WhyLabs gave it 0, as if the model were perfect.')
  ),
  when(
    'secondsSinceLastUpload',
    isOneOf('secondsSinceLastUpload'),
    corrected(
      'Of the newest batch that has begun at the evaluation time, as often as it is asked. With a fixed schedule WhyLabs made one result a cadence.'
    )
  ),
  when(
    'a custom metric of the entitySchema',
    (value, { customMetrics }) => typeof value === 'string' && customMetrics.has(value),
    active('The engine knew built-in names alone. Its column and built-in metric are evaluated here.')
  ),
  { verdict: 'same', text: 'Names match as there: exactly, then in any case, with "." for "_".' },
];
